"""The name of a chronology in its style sheet: a string, whatever it holds."""

import re

from hypothesis import example, given

from netlog.render.chronology.page import _LONGEST_HEADER, _quoted
from netlog.render.harmless import visible
from tests.cli.hostile import HOSTILE

ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ")


@given(HOSTILE)
@example('"; } body { display: none } /*')
@example("a\\22 b")
@example("Käse & Söhne: </style>")
def test_it_is_one_string_that_reads_as_the_name(text: str) -> None:
    quoted = _quoted(text)
    assert quoted[0] == quoted[-1] == '"'
    inside = quoted[1:-1]
    assert re.fullmatch(r"([A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", inside)
    read = ESCAPE.sub(lambda found: chr(int(found[1], 16)), inside)
    shown = visible(text)
    assert read == shown or (
        len(read) == _LONGEST_HEADER and read[-1] == "…" and shown.startswith(read[:-1])
    )
