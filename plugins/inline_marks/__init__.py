"""Python-Markdown's inline patterns, tried only on texts that hold a character they need."""
