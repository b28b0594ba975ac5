"""Composing answers, and the gate that every answer passes."""
