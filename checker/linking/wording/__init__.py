"""How alike two claims are worded: names, measures, qualifiers, what stands around them."""
