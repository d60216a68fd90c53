"""The `.secim` file: SQLite, its rows as frozen values, and the one door of every change.

What a figure means is not known here, and no other room names SQLite.
"""
