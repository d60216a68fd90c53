"""An open night as every page sees it: edits in, changes out, findings, the ban, preferences.

What a page shows of it is the page's own business.
"""
