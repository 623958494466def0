"""Judging the score on contacts whose true reliability is known, because it was made up.

`world` makes contacts up, `posterior` is the best that any method could make of their records,
`rivals` are the score and simpler ways to judge, `contest` compares them. `docs/score.md` says
what came of it; `python -m tests.simulation` prints its tables again.
"""
