"""Photos for training: gathered, cut, dealt in batches."""
