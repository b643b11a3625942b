"""Files → articles: one module per format, and what they share."""

from __future__ import annotations

from checker.reading.corpus import Reading, read, taken

__all__ = ["Reading", "read", "taken"]
