"""`careers` alone: a place to wander in. Every page is that of a verb, and under it stands what one may do next."""
