"""The palette that opens at a place in the photo."""
