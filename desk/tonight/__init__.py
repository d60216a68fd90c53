"""What a setting does to this night: how posts would be written, what would be found or stopped.

The night is only read, under the settings in question; no setting is set here.
"""
