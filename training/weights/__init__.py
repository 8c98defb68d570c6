"""Weights of others and our own, as what networks begin with."""
