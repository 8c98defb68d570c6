"""How photos grow old: blur, grain, compression, the wear of prints."""
