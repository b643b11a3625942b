"""How the times that two claims are told of stand to each other."""
