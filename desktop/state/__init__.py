"""What was decided: the open photo, its history, the settings."""
