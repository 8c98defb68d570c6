"""What a photo is: its pixels, color spaces, and whether it is there to be colored."""
