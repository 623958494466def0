"""The ledger file: the only place that speaks SQL."""
