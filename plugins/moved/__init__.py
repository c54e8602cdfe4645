"""What stands at an address that a text has left: the way to the new one, or word that the text is retired."""
