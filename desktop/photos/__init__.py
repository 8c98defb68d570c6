"""The photos in the window: opened, listed, remembered after a crash."""
