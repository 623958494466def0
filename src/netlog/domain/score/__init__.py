"""How far somebody can be relied on: the score, its evidence, and what would change it."""
