"""Questions of several parts, each read as a question of its own."""
