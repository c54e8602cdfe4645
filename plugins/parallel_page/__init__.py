"""A whole post in two languages, each part beside its counterpart."""
