"""The newsroom's facts and rules: elections, bulletins, comparison, posts, and their file.

Nothing here knows a window; `ui` imports this package, never the other way round.
"""

__version__ = "0.1.0"

PROVA = "PROVA"
"""The mark of everything that belongs to a rehearsal or leaves one."""
