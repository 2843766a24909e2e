"""What the program says of itself: settings, its state, its help."""
