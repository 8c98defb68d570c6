"""JPEG: segments, and where a file ends."""
