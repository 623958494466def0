"""The words of a text, as they are looked for: without case, accents and hyphens."""

import re
from functools import lru_cache

from netlog.domain.people.names import comparison_key

# Thai, Lao, Burmese, Khmer, Japanese and Chinese are written without spaces: in them a word can
# begin anywhere, so each character is one.
_WITHOUT_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
LETTER = rf"[^\W{_WITHOUT_SPACES}]"  # one that a word can go on with
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|{LETTER}+")
_BEGINS_ANYWHERE = re.compile(f"[{_WITHOUT_SPACES}]")


def searched_key(text: str) -> str:
    """The text as words are looked for in it; what a hyphen joins are words of their own."""
    key = text.lower() if text.isascii() else _folded(text)
    return key.replace("-", " ")


def words_in(key: str) -> list[str]:
    """The words of a text that `searched_key` made, in order."""
    return _WORD.findall(key)


def begins_anywhere(word: str) -> bool:
    """Whether no blank or sign needs to be before such a word."""
    return _BEGINS_ANYWHERE.match(word) is not None


def _folded(text: str) -> str:
    return "\n".join(_bare(line) for line in text.split("\n"))


@lru_cache(maxsize=1 << 12)  # the same names come up over and over
def _bare(text: str) -> str:
    """The key of a text; of one that is nothing but accents nothing, unlike that of a name."""
    return comparison_key(f"x{text}")[1:]
