"""Photo files, one idea a module; ``engine.files.image_io`` is the front door."""
