"""What is kept of an old card can stand in a new one."""

import pytest

from netlog.exchange.records import Card
from tests.exchange.reading import entries

ADR = "ADR;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Hauptstra=C3=9Fe 1, 2. OG;=0D=0ABonn"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (ADR, "ADR;TYPE=work:;;Hauptstraße 1\\, 2. OG;\\nBonn"),
        ("ADR;DOM;HOME;PREF:;;Main St", "ADR;TYPE=dom,home;PREF=1:;;Main St"),
        ("item1.ADR;CHARSET=UTF-8;TYPE=HOME:;;a,b", "item1.ADR;TYPE=home:;;a,b"),
        (
            "KEY;X509;ENCODING=BASE64:QUJD RA==",
            "KEY;TYPE=x509:data:application/octet-stream;base64,QUJDRA==",
        ),
        ("SOUND;ENCODING=b;TYPE=OGG:QUJD", "SOUND:data:audio/ogg;base64,QUJD"),
        ("X-A;8BIT;LANGUAGE=de:b", "X-A;LANGUAGE=de:b"),
        ('X-A;HOME;LABEL="a;b":c', 'X-A;TYPE=home;LABEL="a;b":c'),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-02", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-01-02"),
        ("X-A;TYPE=a;PREF=1:b\\,c", "X-A;TYPE=a;PREF=1:b\\,c"),
    ],
)
def test_a_line_is_kept_as_it_is_written_now(line: str, kept: str) -> None:
    (card,) = entries(f"BEGIN:VCARD\nVERSION:2.1\nFN:Dana\n{line}\nEND:VCARD\n".encode())
    assert isinstance(card, Card)
    assert card.extra == (kept,)
    (again,) = entries(f"BEGIN:VCARD\nVERSION:4.0\nFN:Dana\n{kept}\nEND:VCARD\n".encode())
    assert isinstance(again, Card)
    assert again.extra == (kept,)
