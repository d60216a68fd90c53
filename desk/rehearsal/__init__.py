"""The rehearsal: a counted night played as two agencies tell it, with slips; the demonstration.

Its figures go in by the ordinary door; no rule ever knows that a night is only played.
"""
