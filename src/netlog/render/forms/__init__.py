"""Results described once: a table with its columns, a sentence; and how each form draws them."""
