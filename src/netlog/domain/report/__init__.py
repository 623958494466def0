"""What a report is made of: the record, the introductions, the ranking."""
