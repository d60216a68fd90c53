"""Posts as messages an editor pastes into the box of a messenger, with the marks typed there.

What a post says is decided by `desk.posts`; nothing is sent.
"""
