"""A batch at work: decode, color, finish, and what to do when it cannot."""
