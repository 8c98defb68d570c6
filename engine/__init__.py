"""Colorization: photos in, photos out. No Qt, no training code."""
