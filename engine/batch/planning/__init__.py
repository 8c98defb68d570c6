"""Before a batch: which photos, which names, how long, how they will look."""
