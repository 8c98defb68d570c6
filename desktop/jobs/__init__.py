"""The thread that runs the engine, and what it is asked."""
