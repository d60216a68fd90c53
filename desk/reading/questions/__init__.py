"""What the editor is asked about a text: the likely answers, hers, and what is asked next."""
