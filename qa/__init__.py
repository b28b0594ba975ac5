"""Fawen (法问): cited question answering over rule-of-law government reports."""
