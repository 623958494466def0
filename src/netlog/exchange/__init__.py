"""Files that other programs wrote, read to plain records: no ledger, no terminal, no rules."""
