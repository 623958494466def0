"""Who is meant, and what may be known of them: resolving names, cards, merging."""
