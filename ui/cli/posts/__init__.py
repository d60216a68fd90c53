"""Posts from the command line: drafted, published, taken back, put on a page.

Composing and the gate are the desk's.
"""
