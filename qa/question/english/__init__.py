"""English questions as Chinese ones."""
