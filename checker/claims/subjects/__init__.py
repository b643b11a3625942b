"""Subjects: the place and organisation that an article, a sentence or a figure speaks of."""
