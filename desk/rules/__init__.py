"""The desk's rules by what they look at: a bulletin, its agency's night, the place, both agencies.

Nothing here reads a clock or writes to a file; a rule returns findings and suggestions, no text.
"""
