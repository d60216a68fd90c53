"""What a sentence says: its clauses, what their numbers are, whose, where and when."""
