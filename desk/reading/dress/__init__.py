"""What a text wears, taken off before anything is named."""
