"""Figures of several places or years side by side."""
