"""A score and a verdict: how they are drawn, and for scripts."""

from collections.abc import Mapping

from netlog.domain.score.estimate import DECIMALS, Score, Verdict
from netlog.render.forms.values import share

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
    return f"{share(score.low)} to {share(score.high)}"


def in_time(score: Score) -> str:
    """The estimate and its interval."""
    return f"{share(score.mean)} in time, likely {likely(score)}"


def score_json(score: Score) -> dict[str, float]:
    """For a script: the estimate, its interval, and what stands behind it."""
    return {
        name: round(getattr(score, name), DECIMALS) for name in ("mean", "low", "high", "weight")
    }
