"""Posts on screen: the composer, the gate, the ledger, templates, and the ways out.

No word of a post is written and no obstacle judged here.
"""
