"""Pay: distributions, stars, what is reported of them."""
