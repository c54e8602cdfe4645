"""Putting rendered pages into the output folder, whole and only where they differ."""
