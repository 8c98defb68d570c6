"""What differs between systems and desktops, and threads for slow disks."""
