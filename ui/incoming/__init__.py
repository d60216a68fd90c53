"""What comes in as a file or a drop: figures in columns, texts, nights."""
