"""What several photos have in common, as the window shows it."""
