"""What a batch writes down: its folder, its journal, its report."""
