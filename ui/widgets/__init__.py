"""What several rooms of the window share: tables, small questions, marks, colours, the keys' rest.

None of it knows an open night.
"""
