"""Places: the divisions of China and names made like them, where they stand, and what contains what."""
