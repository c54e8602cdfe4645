"""Rules on the Markdown of a body, one a file; each module's docstring says what the rule asks for and why."""
