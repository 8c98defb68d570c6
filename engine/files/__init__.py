"""Photo files, one idea a module; ``engine.image_io`` is the front door."""
