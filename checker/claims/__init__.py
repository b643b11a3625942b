"""Figure → claim: metric, scope, period, status, behaviour."""
