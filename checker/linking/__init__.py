"""Claims → facts: blocking keys, then a score with its reasons."""
