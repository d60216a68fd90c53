"""Whose, where and whether: what a clause says of its figures."""
