"""The row of open photos: how each is drawn, and what is beside the row."""
