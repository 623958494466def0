"""What a page holds, as the browser sees it."""

from typing import Any

from tests.support.browser import Browser

_VALUES = """
[...document.querySelectorAll("[data-json]")].map(one => ({
  pointer: one.dataset.json,
  text: one.textContent,
  form: one.dataset.form ?? null,
  value: one.tagName == "DATA" ? one.value : null,
}))
"""
# Every text with a digit in it that is neither traced to the document nor a part of a scale.
_STRAY_NUMBERS = """
(() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (/\\d/.test(text.data) && !text.parentElement.closest("[data-json], [data-scale]"))
      found.push(text.data);
  }
  return found;
})()
"""
_ELEMENTS = "[...new Set([...document.querySelectorAll('*')].map(one => one.tagName))].sort()"
_HANDLERS = """
[...document.querySelectorAll("*")].flatMap(
  one => [...one.attributes].filter(a => /^on|^style$|^href$|^src$/i.test(a.name)).map(a => a.name))
"""


def values(browser: Browser) -> list[dict[str, str | None]]:
    """Every value that the page says it has from the document."""
    return list(browser.run(_VALUES))


def stray_numbers(browser: Browser) -> list[str]:
    """The numbers on the page that come from nowhere."""
    return list(browser.run(_STRAY_NUMBERS))


def elements(browser: Browser) -> list[str]:
    """The kinds of elements on the page."""
    return list(browser.run(_ELEMENTS))


def active_attributes(browser: Browser) -> list[str]:
    """The attributes on the page that could load or run something."""
    return list(browser.run(_HANDLERS))


def width(browser: Browser) -> int:
    """How wide the content is."""
    return int(browser.run("document.documentElement.scrollWidth"))


def focused(browser: Browser) -> Any:
    """The text of what has the focus."""
    return browser.run("document.activeElement.textContent")
