"""Figures in: the entry table, places, bulletins and findings beside it, and the paste dialog.

What a number is and what may be filed is decided in the desk.
"""
