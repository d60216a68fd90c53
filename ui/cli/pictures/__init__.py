"""Charts and sheets from the command line.

They are drawn by the desk and the window's pages.
"""
