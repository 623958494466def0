"""The head of a page: nothing runs but what is in it, and that is what was packed."""

import re
from base64 import b64encode
from hashlib import sha256

from netlog.render.pages.frame import page
from netlog.render.pages.markup import tag


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _inside(name: str, text: str) -> str:
    found = re.findall(f"<{name}>(.*?)</{name}>", text, re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def _policy(text: str) -> dict[str, str]:
    content = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[0]
    return dict(part.strip().split(" ", 1) for part in content.split(";"))


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    made = page("Title", tag("p", "x"), style=".a { fill: red; }\n", script=True)
    assert _policy(made) == {
        "default-src": "'none'",
        "style-src": _hash(_inside("style", made)),
        "script-src": _hash(_inside("script", made)),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert made.index("Content-Security-Policy") < made.index("<style>")


def test_a_page_without_a_script_runs_none() -> None:
    made = page("Title", tag("p", "x"))
    assert "<script" not in made
    assert _policy(made)["script-src"] == "'none'"


def test_the_assets_load_nothing() -> None:
    made = page("Title", script=True)
    for word in ("url(", "@import", "http:", "https:", "fetch(", "XMLHttp", "innerHTML", "eval("):
        assert word not in made
