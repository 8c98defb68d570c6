"""Tools: what the mouse and the keys do to the photo in the viewer, one module each."""
