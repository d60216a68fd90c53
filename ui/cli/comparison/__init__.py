"""What the desk knows of a night, printed: two agencies side by side, findings, all of it.

Nothing is changed here.
"""
