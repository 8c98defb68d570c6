"""What changes while a run goes on, and what is written down of it."""
