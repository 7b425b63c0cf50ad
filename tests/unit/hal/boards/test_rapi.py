"""RAPI's lines, sound and damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.hal.boards.rapi import Decoder, Line, framed


@pytest.mark.parametrize(
    ("body", "checksum"),
    [("$GS", 0x30), ("$GE", 0x26), ("$F0 1", 0x43), ("$ST 0 0 0 0", 0x23)],
)
def test_the_checksums_that_the_protocol_names(body: str, checksum: int) -> None:
    [line] = Decoder().feed(f"{body}^{checksum:02X}\r".encode())
    assert line == Line(tuple(body[1:].split()))


def test_a_command_and_its_answer_have_a_number() -> None:
    assert framed("SC 16 V", 42).startswith(b"$SC 16 V :2A^")
    [line] = Decoder().feed(framed("OK 16", 42))
    assert line == Line(("OK", "16"), 42)
    [line] = Decoder().feed(framed("OK", 1))
    assert line == Line(("OK",), 1)


@given(st.binary(max_size=60), st.integers(0, 40))
def test_after_noise_the_next_line_is_found(noise: bytes, cut: int) -> None:
    decoder = Decoder()
    list(decoder.feed(noise))
    list(decoder.feed(framed("OK 3 0 3 140", 7)[:cut] + b"\r"))
    assert Line(("AT", "3"), 9) in list(decoder.feed(framed("AT 3", 9)))


@given(st.lists(st.integers(1, 12), max_size=12))
def test_lines_in_pieces(sizes: list[int]) -> None:
    data = framed("OK 3 0 3 140", 7) + framed("AT 2 2 16 100", 8)
    decoder = Decoder()
    found: list[Line] = []
    for size in sizes:
        found += decoder.feed(data[:size])
        data = data[size:]
    found += decoder.feed(data)
    assert found == [Line(("OK", "3", "0", "3", "140"), 7), Line(("AT", "2", "2", "16", "100"), 8)]


@given(st.data())
def test_a_damaged_line_is_none(data: st.DataObject) -> None:
    line = bytearray(framed("OK 3 0 3 140", 7))
    at = data.draw(st.integers(0, len(line) - 2))
    line[at] ^= 1 << data.draw(st.integers(0, 6))
    found = list(Decoder().feed(bytes(line) + b"\r"))
    # A sign of the sequence alone can't be damaged so that the checksum holds.
    assert Line(("OK", "3", "0", "3", "140"), 7) not in found or bytes(line).upper() == framed(
        "OK 3 0 3 140", 7
    )


def test_what_never_ends_is_forgotten() -> None:
    decoder = Decoder()
    for _ in range(100):
        assert not list(decoder.feed(b"$" + b"x" * 99))
    [line] = decoder.feed(b"\r" + framed("OK", 1))
    assert line == Line(("OK",), 1)
