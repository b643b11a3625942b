"""What speaks for one thing or for two beyond the names: what is shared, what excludes, what is too vague."""
