"""Damage as planes for a network, and as components of what it finds."""
