"""What each number of a sentence is: a share, votes, boxes, a lead, or nothing of this count."""
