"""The window and the command line; what they show and do is decided in `desk`.

No rule about figures and no SQL lives here.
"""
