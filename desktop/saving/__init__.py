"""Colored photos as files."""
