"""Files → articles: one module per format, and what they share."""
