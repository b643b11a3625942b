"""Kanwu (勘误): a consistency linter for the facts in Chinese news."""
