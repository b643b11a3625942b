"""Claims → facts: blocking keys, then a score with its reasons."""

from checker.linking.facts import Linked, link

__all__ = ["Linked", "link"]
