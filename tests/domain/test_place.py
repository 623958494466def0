"""A place in the ranking rests on the sums of a contact's evidence."""

import pytest

from netlog.domain.records import Contact
from netlog.domain.report.ranking import Place
from netlog.domain.score.credit import score_of, verdict
from netlog.domain.score.tally import Sums

ANN = Contact(2, "Ann", "ann", "person", is_me=False, organisation_id=None)


@pytest.mark.parametrize("sums", [Sums(0.0, 0.0), Sums(9.0, 0.5), Sums(0.5, 9.0)])
def test_the_verdict_is_that_of_the_score(sums: Sums) -> None:
    place = Place(ANN, frozenset({2}), sums, score_of(*sums).low)
    assert place.score == score_of(*sums)
    assert place.verdict == verdict(place.score)
    assert place.low == place.score.low
