"""What a report counts: its figures and the words that own them."""
