"""The whole night in tables: every place, every finding, and what the gaps mean.

Nothing is typed here, and no table decides what is wrong.
"""
