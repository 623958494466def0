"""What can be done, one file a verb: resolve names, make the facts, let them have their effect."""
