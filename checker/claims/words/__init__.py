"""Words: their segmentation, their classes, and long lists of them looked up in a text."""
