"""A post while it is still hers: its pieces, what moves beneath it, what it goes out as.

Nothing is composed here, and nothing leaves.
"""
