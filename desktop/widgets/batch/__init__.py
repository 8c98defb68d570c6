"""The parts of the dialog for folders."""
