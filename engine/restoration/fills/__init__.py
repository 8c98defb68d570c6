"""What goes into a hole: coarse colors, texture, grain."""
