"""The settings of the night and of this desk in her words, with what each does to the night.

Choices are edits like any other; what a setting means is decided in `desk`.
"""
