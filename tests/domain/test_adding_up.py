"""What is counted of an organisation's people adds up, and to nothing else."""

from operator import add

import pytest

from netlog.domain.report.put_forward import PutForward
from netlog.domain.report.ranking import Record


def test_counts_add_up() -> None:
    assert Record(1, 2, 3, 4) + Record(10, 20, 30, 40) == Record(11, 22, 33, 44)
    lead, friend = PutForward(0, 1, sold=True), PutForward(2, 3, otherwise=True)
    assert lead + friend == PutForward(2, 4, sold=True, otherwise=True)
    assert [lead.only_a_lead, friend.only_a_lead, (lead + friend).only_a_lead] == [
        *(True, False, False),
    ]


@pytest.mark.parametrize("counts", [Record(), PutForward()])
def test_to_a_plain_tuple_they_do_not(counts: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        add(counts, (1, 2))
