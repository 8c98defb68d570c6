"""Damage found and repaired: rooms between a photo as read and the photo that is colored."""
