"""netlog: a personal networking ledger for the command line."""

__version__ = "0.1.0"
DOCUMENTATION = "https://netlog-ledger.readthedocs.io/"
