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


def _luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` (WCAG 2.2)."""
    shares = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_a_text_can_be_read_in_light_in_dark_and_on_paper() -> None:
    style = _inside("style", page("Title"))
    roots = re.findall(r":root \{([^}]*)\}", style)
    assert len(roots) == 3
    for root in roots:
        found = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", root))
        colours = {
            name: _luminance(value if len(value) == 7 else "#" + "".join(2 * c for c in value[1:]))
            for name, value in found.items()
        }
        for name in ("ink", "soft", "good", "fair", "bad", "accent"):
            lighter, darker = sorted((colours[name], colours["paper"]), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (name, root)
