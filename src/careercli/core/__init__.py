"""What is so, whatever the world: models, names, comparisons, fit. No file, clock, environment or terminal."""
