"""Published networks, described again from their papers, with random weights: for speed only."""
