"""Training of networks that map pixels to pixels: one loop, one table of tasks."""
