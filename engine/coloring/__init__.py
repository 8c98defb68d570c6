"""From a photo to its colors: the network's pass, what it is sure of, hints."""
