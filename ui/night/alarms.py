"""What there can be an alarm for, and how loud; off unless she chose otherwise.

When one rings is `ui.frame`'s, where it is chosen the settings'.
"""

from __future__ import annotations

from ui.widgets.marks import AGEING, OUT_WRONG, WRONG

OFF, MARK, SOUND = LEVELS = ("off", "mark", "sound")
"""How loud one of them is."""

ALARMS = {"alarm.wrong": WRONG, "alarm.post": OUT_WRONG, "alarm.late": AGEING}
"""The mark of what waits, by the name under which the desk remembers how loud it is."""
