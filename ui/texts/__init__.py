"""What the desk says, in English and Turkish: sentences by code, names, words of choices.

The window and the command line both speak from here; what is said is decided in `desk`.
"""
