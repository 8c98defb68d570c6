"""TIFF: segments, tags, pages and samples."""
