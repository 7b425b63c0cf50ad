"""What readers give becomes the token that OCPP expects."""

import pytest

from pilotwire.hal.interfaces import TokenKind
from pilotwire.hal.readers import Form, Seen, Text, card

ISO15693 = TokenKind.ISO15693


def test_a_uid_of_iso_14443_has_its_byte_0_first() -> None:
    # 2.1 Part 2 C on UIDs: byte 0 first, the more significant half of it first of all
    assert card(bytes([0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6])) == Seen("04A1B2C3D4E5F6")
    assert card(bytes(range(10))) == Seen("00010203040506070809")


@pytest.mark.parametrize("uid", ["e0040150a1b2c3d4", "d4c3b2a1500104e0"])
def test_a_uid_of_iso_15693_begins_with_e0(uid: str) -> None:
    assert card(bytes.fromhex(uid), ISO15693) == Seen("E0040150A1B2C3D4", ISO15693)


@pytest.mark.parametrize("length", [0, 1, 3, 5, 9, 11])
def test_what_is_no_uid(length: int) -> None:
    assert card(bytes(length)) is None


@pytest.mark.parametrize(
    ("text", "written", "token"),
    [
        (Text(), "04a1b2c3", "04A1B2C3"),
        (Text(), " 04:A1:B2:C3 ", "04A1B2C3"),
        (Text(), "04-A1 B2-C3", "04A1B2C3"),
        (Text(reverse=True), "C3B2A104", "04A1B2C3"),
        (Text(), "04A1B2C", None),
        (Text(), "04A1B2CG", None),
        (Text(), "", None),
        (Text(Form.DECIMAL), "0077705923", "04A1B2C3"),
        (Text(Form.DECIMAL, reverse=True), "3283263748", "04A1B2C3"),
        (Text(Form.DECIMAL, octets=7), "1304003056299766", "04A1FBDEF4EEF6"),
        (Text(Form.DECIMAL), "4294967296", None),
        (Text(Form.DECIMAL), "-1", None),
        (Text(Form.DECIMAL), "\u0661", None),
        (Text(Form.TEXT, TokenKind.KEY_CODE), "1234", "1234"),
        (Text(Form.TEXT), "x" * 37, None),
        (Text(Form.TEXT), "  ", None),
    ],
)
def test_what_is_written(text: Text, written: str, token: str | None) -> None:
    seen = text.seen(written)
    assert seen == (None if token is None else Seen(token, text.kind))
