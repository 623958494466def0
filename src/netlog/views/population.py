"""The population that the contacts of a ledger are judged as some of."""

from datetime import date, timedelta

from netlog.domain.score.population import ENOUGH_PEOPLE, Population
from netlog.ledger.read.contacts import has_more_contacts
from netlog.ledger.read.records import origin
from netlog.views.reader import Reader


def population_of(ledger: Reader, *, anew: bool = False) -> Population:
    """What the ledger tells by the end of the last month, unless the built-in one is wanted.

    Args:
        ledger: the ledger.
        anew: work it out again, where it was worked out this month.
    """
    settings, connection = ledger.settings, ledger.connection
    built_in = Population(half_life=float(settings.half_life))
    if settings.prior == "built-in" or not has_more_contacts(connection, ENOUGH_PEOPLE - 1):
        return built_in
    from netlog.ledger.file import cache

    until = _end_of_last_month(settings.today)
    key = (settings.cache, origin(connection), until, settings.half_life)
    known = None if anew else cache.kept(*key)
    if known is not None:
        return known
    from netlog.domain.score.learning import learn
    from netlog.ledger.read import learning as facts

    learned = learn(facts.people(connection, until), built_in.half_life, until)
    cache.keep(*key, learned)
    return learned


def _end_of_last_month(today: date) -> date:
    first = today.replace(day=1)
    return first - timedelta(days=1)
