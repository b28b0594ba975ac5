"""What keeps a figure from answering: another thing, a part, a stage, another indicator."""
