"""Figure → claim: metric, scope, period, status, behaviour."""

from checker.claims.assemble import claims

__all__ = ["claims"]
