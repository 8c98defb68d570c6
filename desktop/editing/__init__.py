"""From what a person changes to another look of the photo."""
