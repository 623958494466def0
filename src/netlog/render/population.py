"""The population that people are judged as some of: one sentence, and for scripts."""

from dataclasses import asdict

from netlog.domain.score.population import Population
from netlog.render.forms.facts import Facts, Sentence

_LEARNED = (
    "In your ledger {in_time:hundredths} of 100 come in time"
    " ({things:many} things, {people:many} people, up to {until:date})."
)


def population_json(population: Population) -> dict[str, object]:
    """For a script: where people stand, and how much was looked at for that."""
    return {
        "in_time": round(population.in_time, 4),
        **asdict(population),
        "half_life": round(population.half_life),
    }


def population_sentence(facts: Facts) -> Sentence:
    """What was learned from the ledger; nothing where that is too little."""
    return facts.fill(_LEARNED, "/population") if facts("/population/people") else ()
