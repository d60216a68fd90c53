"""Figures in tables of files: cells out of spreadsheets, and columns that mean what she says.

Nothing here files anything; what a cell may hold is decided by `desk.facts`.
"""
