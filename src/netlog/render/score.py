"""A score and a verdict: how they are drawn, and for scripts."""

from collections.abc import Mapping

from netlog.domain.score.estimate import Score, Verdict

LIKELY = "{low:share} to {high:share}"
IN_TIME = f"{{mean:share}} in time, likely {LIKELY}"
STYLES: Mapping[Verdict, str] = {
    "refer": "bold green",
    "with care": "bold yellow",
    "hold off": "bold red",
    "unknown": "bold",
}


def likely(score: Score) -> str:
    """The ends of the interval that a score most likely lies in."""
    return f"{score.low:.0%} to {score.high:.0%}"


def score_json(score: Score) -> dict[str, float]:
    """For a script: the estimate, its interval, and what stands behind it."""
    return {name: round(getattr(score, name), 4) for name in ("mean", "low", "high", "weight")}
