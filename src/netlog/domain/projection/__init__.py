"""From facts to postings: opening, settling, checking, keeping in touch."""
