"""Comparing careers: rows, weights, limits."""
