"""The published posts as one page and a feed, with pictures of what was out by then.

Only what the ledger holds gets in: no draft, no script, no address outside.
"""
