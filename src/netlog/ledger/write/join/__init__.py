"""Two copies of one ledger that went apart become one: where they parted, and what came since."""
