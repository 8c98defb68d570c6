"""What was decided about a photo: plain values and their JSON. Imports neither torch nor numpy."""
