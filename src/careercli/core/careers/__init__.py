"""Guides and occupations, and what is reported of them."""
