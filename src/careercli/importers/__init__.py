"""Official data sets, as a person downloads them, into the user's own database."""
