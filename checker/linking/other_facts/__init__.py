"""Facts that are no pairs of figures: names, dates and spans of a thing, sentences that are carried on."""
