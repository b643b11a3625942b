"""Metrics: what each figure of a sentence is a figure of."""
