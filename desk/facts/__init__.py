"""What the newsroom talks about, as frozen values: election, bulletin, figure, finding, post, edit.

No SQL, no rule about figures and no sentence for anybody enters.
"""
