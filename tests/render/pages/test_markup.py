"""Whatever is put into a page comes out as text."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.render.harmless import visible
from netlog.render.pages.markup import extend, serialised, tag, verbatim
from tests.cli.hostile import HOSTILE, leaks

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></script></title><b>",
    "<!--",
    "]]>",
    "&lt;b&gt;&amp;&#60;",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "\ufffe\ud800",
)
TEXTS = HOSTILE | st.lists(st.sampled_from(ATTACKS) | st.text(max_size=5), max_size=4).map("".join)


class Reader(HTMLParser):
    """What a parser finds: the elements, the attributes and the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXTS, TEXTS, TEXTS)
@example(*ATTACKS[:3])
@example(*ATTACKS[3:6])
def test_a_text_stays_a_text(before: str, inside: str, after: str) -> None:
    page = serialised(tag("p", before, tag("b", inside, title=after), after))
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.names == ["p", "b"]
    assert reader.attributes == {"title": visible(after)}
    assert reader.text.strip("\n") == visible(before) + visible(inside) + visible(after)
    assert not leaks(reader.text)
    assert page.isascii()


def test_attributes() -> None:
    made = tag("line", class_="x", x1=1.25, x2=3.0, data_json="/a", hidden=True, off=False, no=None)
    assert made.attrib == {"class": "x", "x1": "1.25", "x2": "3", "data-json": "/a", "hidden": ""}


def test_texts_and_elements_keep_their_order() -> None:
    made = tag("p", "a", tag("b", "c"), "d", None, tag("i"), "e")
    extend(made, "f")
    assert serialised(made) == "<!DOCTYPE html>\n<p>a<b>c</b>d<i></i>ef</p>\n"


@pytest.mark.parametrize("code", ["x = '</script>'", "<!-- x"])
def test_a_script_that_would_end_early_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="script"):
        verbatim("script", code)
