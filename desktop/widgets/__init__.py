"""Widgets: they paint values and emit what the user did. No engine calls, no threads, no files."""
