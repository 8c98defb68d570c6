"""From what a person changes to another recipe of the photo."""
