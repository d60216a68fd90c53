"""What stands round every page: the rail, what waits, what folds, where a window stood.

No page is known here, and no rule decided.
"""
