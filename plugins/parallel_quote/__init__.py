"""Parallel quotes: the original words of a quote and their translations, side by side."""
