"""Who picks the most reliable of five, and whether what the score says comes true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tests.simulation.posterior import Numbers, Posterior
from tests.simulation.rivals import BASELINES, Judgement, estimates, learned, netlog
from tests.simulation.world import Contact, World, people
from tests.simulation.worlds import LEDGER

CANDIDATES = 5
LOW, HIGH = 0.1, 0.9

BEST = "best possible"
BEST_CAUTIOUS = "best possible, by its cautious end"
NETLOG = "netlog"
NETLOG_MEAN = "netlog, by the mean alone"
NETLOG_CAUTIOUS = "netlog, by the low end alone"
NOT_LEARNED = "netlog, not learned"


@dataclass(frozen=True, slots=True)
class Said:
    """How often something came true that was said of some contacts, and how often it would."""

    count: int
    said: float
    true: float
    happened: float


@dataclass(frozen=True)
class Contest:
    """One world's contacts, and what each method says of them."""

    contacts: Sequence[Contact]
    judgements: Sequence[Judgement]
    ranks: dict[str, Numbers]
    best_low: Numbers
    best_high: Numbers

    @property
    def truth(self) -> Numbers:
        """The hidden chance of each contact."""
        return np.array([contact.truth for contact in self.contacts])

    def picked(self, method: str) -> float:
        """The mean true reliability of the picks; of candidates that tie, each is as likely."""
        return float(self._picks(method).mean())

    def progress(self, method: str) -> float:
        """How far the picks are on the way from a random pick (0) to the best possible (1)."""
        random = float(self.truth.mean())
        return (self.picked(method) - random) / (self.picked(BEST) - random)

    def progress_error(self, method: str) -> float:
        """The standard error of `progress`, by the differences to the best pick, draw by draw."""
        gaps = self._picks(BEST) - self._picks(method)
        possible = self.picked(BEST) - float(self.truth.mean())
        return float(gaps.std() / np.sqrt(len(gaps)) / possible)

    def expected_progress(self, method: str) -> float:
        """The same way, where each contact is as reliable as the best possible method expects.

        What luck makes of a contact beyond its record plays no part, so it is far less uncertain.
        """
        expected = self.ranks[BEST]
        random, best = float(expected.mean()), float(self._picks(BEST, expected).mean())
        return (float(self._picks(method, expected).mean()) - random) / (best - random)

    def coverage(self) -> float:
        """How often the truth lies in netlog's interval."""
        low = np.array([each.low for each in self.judgements])
        high = np.array([each.high for each in self.judgements])
        return float(((low <= self.truth) & (self.truth <= high)).mean())

    def best_coverage(self) -> float:
        """How often it lies in the interval of the best possible method."""
        return float(((self.best_low <= self.truth) & (self.truth <= self.best_high)).mean())

    def error(self, method: str) -> float:
        """The root of the mean squared error of an estimate."""
        return float(np.sqrt(((self.ranks[method] - self.truth) ** 2).mean()))

    def verdicts(self) -> dict[str, Said]:
        """For each verdict, what the score said of the contacts and what came true."""
        words = np.array([each.verdict for each in self.judgements])
        return {str(word): self.said(words == word) for word in np.unique(words)}

    def _picks(self, method: str, reliability: Numbers | None = None) -> Numbers:
        """The true (or another) reliability of the pick, draw by draw."""
        ranks = self.ranks[method].reshape(-1, CANDIDATES)
        each = (self.truth if reliability is None else reliability).reshape(-1, CANDIDATES)
        first = np.isclose(ranks, ranks.max(axis=1, keepdims=True), rtol=0, atol=1e-12)
        return np.asarray((each * first).sum(axis=1) / first.sum(axis=1))

    def said(self, chosen: np.typing.NDArray[np.bool_]) -> Said:
        """What the score said of the chosen contacts, and what came true."""
        means = np.array([each.mean for each in self.judgements])
        kept = np.array([contact.next_kept for contact in self.contacts])
        return Said(
            count=int(chosen.sum()),
            said=float(means[chosen].mean()),
            true=float(self.truth[chosen].mean()),
            happened=float(kept[chosen].mean()),
        )


def hold(world: World, seeds: Iterable[int], size: int = LEDGER) -> Contest:
    """Make ledgers up, and ask everybody about each contact who has a record in them.

    Args:
        world: what to assume.
        seeds: which ledgers; the same ones for the same seeds.
        size: the contacts of each ledger; one chooses among `CANDIDATES` of the same one.
    """
    contacts: list[Contact] = []
    judgements: list[Judgement] = []
    for seed in seeds:
        known = [contact for contact in people(world, seed, size) if contact.has_a_record]
        population = learned(known)
        known = known[: len(known) // CANDIDATES * CANDIDATES]
        contacts += known
        judgements += [netlog(contact, population) for contact in known]
    posterior = Posterior(world)
    belief = posterior.of(contacts)
    ranks = {
        BEST: posterior.mean(belief),
        NETLOG: np.array([each.place for each in judgements]),
        NETLOG_MEAN: np.array([each.mean for each in judgements]),
        NETLOG_CAUTIOUS: np.array([each.low for each in judgements]),
        NOT_LEARNED: np.array([netlog(contact).place for contact in contacts]),
        BEST_CAUTIOUS: posterior.quantile(LOW, belief),
    }
    for name, baseline in BASELINES.items():
        ranks[name] = np.array(estimates(baseline, contacts))
    return Contest(
        contacts=contacts,
        judgements=judgements,
        ranks=ranks,
        best_low=ranks[BEST_CAUTIOUS],
        best_high=posterior.quantile(HIGH, belief),
    )
