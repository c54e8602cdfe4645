"""What the content says: every post, page, concept and person of all languages, as immutable values."""
