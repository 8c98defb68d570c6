"""What is visible of the photo, drawn again as it changes."""
