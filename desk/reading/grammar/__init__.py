"""What a sentence says: its clauses, speakers, hours and what is told in passing."""
