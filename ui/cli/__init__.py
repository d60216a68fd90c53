"""The command line: the desk without a window, for scripts, tests and machines with no screen.

It decides nothing about figures, and loads no widget that a command does not need.
"""
