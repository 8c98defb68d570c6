"""What several photos have in common, so that the same coat gets the same color in all of them."""
