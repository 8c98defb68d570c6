"""What a network is told of its mistakes."""
