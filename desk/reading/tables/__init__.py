"""Tables: where a text has them, what their headings say, and what their cells are."""
