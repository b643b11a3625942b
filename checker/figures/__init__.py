"""Sentence → figures: numerals, units, hedges, dates, ranks; the class of a numeral is decided first."""
