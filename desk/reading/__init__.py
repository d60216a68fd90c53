"""From an agency's raw text to proposed bulletins, step by step.

Each module is one step and knows only the steps before it; no window, file or clock enters.
"""
