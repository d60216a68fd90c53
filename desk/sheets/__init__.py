"""Districts on paper as data: blocks of words, tables and drawings, from the top of a page down.

No letter has a size here, and no printer is known.
"""
