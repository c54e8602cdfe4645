"""Every page of every language, with address, alternates and view, before the first one is rendered."""
