"""From an agency's raw text, or a CSV, to bulletins that could be filed, step by step.

Each module is one step and knows only the steps before it; no window, file or clock enters.
"""
