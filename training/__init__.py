"""Data, losses and the training loop. May import the engine, never the desktop."""
