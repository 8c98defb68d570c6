"""How good colors are: figures and sheets to look at."""
