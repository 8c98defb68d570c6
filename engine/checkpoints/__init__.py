"""Networks in files: read strictly, listed, stored small."""
