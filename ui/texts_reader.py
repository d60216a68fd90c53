"""What is said of each code the reader raises, in English and Turkish: data, and nothing else.

How values get into the braces is `texts`' business; no rule and no Qt enters.
"""

from __future__ import annotations

from desk.codes import Code

READER_SENTENCES: dict[Code, tuple[str, str]] = {}
"""English and Turkish by code; names in braces are the question's values."""
