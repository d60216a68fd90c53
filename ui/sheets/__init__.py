"""Sheets on screen, printer and PDF: blocks laid out on A4 and painted by one hand.

What a sheet says is decided in the desk.
"""
