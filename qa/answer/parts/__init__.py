"""Questions of several parts, and of several years."""
