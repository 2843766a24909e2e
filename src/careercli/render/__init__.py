"""Draws a page on a terminal. The only package beside `cli` that imports Rich."""
