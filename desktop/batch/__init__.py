"""The dialog for whole folders."""
