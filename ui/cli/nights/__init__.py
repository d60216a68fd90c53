"""Nights as files: made, copied, set, rehearsed.

No figure is read here.
"""
