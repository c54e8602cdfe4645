"""Typography by language: quotation marks, dashes and spaces as the readers of a language expect them."""
