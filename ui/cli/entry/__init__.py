"""Figures, texts and names into a night from the command line.

What they mean is the desk's; every change goes through its one door.
"""
