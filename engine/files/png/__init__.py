"""PNG: chunks, read and written in pieces."""
