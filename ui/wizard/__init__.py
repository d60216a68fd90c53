"""Making a night on screen: four pages with the right answers already in place.

What a night is made of is decided in `desk.nights`; nothing here opens or writes a night.
"""
