"""Understanding a question: its scope, intent and terms."""
