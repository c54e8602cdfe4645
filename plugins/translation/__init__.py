"""How the versions of a post relate: what a reader of a language gets, and what still has to be translated."""
