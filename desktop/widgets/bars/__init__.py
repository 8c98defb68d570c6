"""Bars above, below or over the photo: what is done, said or asked at the moment."""
