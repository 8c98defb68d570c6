"""What lies over a whole scan: noise, compression, printing screens."""
