"""Charts and the map on the screen: drawn by the desk, painted by Qt, looked into mark by mark.

What a chart shows is decided in the desk; no figure is computed here.
"""
