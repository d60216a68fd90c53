"""Posts from what is asked to what goes out: composed, edited, stopped by the gate, answered for.

No number without a figure or an owner leaves; no widget and no SQL enters.
"""
