"""The command line: parse, resolve names, call the domain, hand over to the ledger, print."""
