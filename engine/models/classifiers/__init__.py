"""Networks that tell which of the 1000 ImageNet classes a gray photo shows."""
