"""The population that the contacts of a ledger are judged as some of."""

from netlog.domain.score.population import Population
from netlog.views.reader import Reader


def population_of(ledger: Reader) -> Population:
    """The built-in population, with the half-life that the user has set."""
    return Population(half_life=float(ledger.settings.half_life))
