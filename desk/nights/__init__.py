"""The next night: an election made of a few answers, with everything else filled in from data.

Kind, day, places, level, contests, contenders and agencies come in; an election file goes out. No
window and no night that is already under way ever enters.
"""
