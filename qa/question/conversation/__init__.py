"""What the turns before lend to a turn."""
