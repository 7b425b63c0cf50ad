"""How chargers of the field open their connections to a CSMS of ours."""

import asyncio
from collections.abc import Sequence

import pytest

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.csms import Csms
from tests.field.ends import charger, play

pytestmark = pytest.mark.slow

MAC = "02:00:5E:10:00:7F"


async def handshake(
    port: int, path: str, offers: Sequence[str] = (), connection: str | None = "Upgrade"
) -> tuple[int, str | None, bool]:
    """The status, the subprotocol that is taken, and whether a close frame comes next."""
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: csms",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        *(f"Sec-WebSocket-Protocol: {each}" for each in offers),
    ]
    if connection is not None:
        lines.append(f"Connection: {connection}")
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write("\r\n".join([*lines, "", ""]).encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        status = int(head[0].split()[1])
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        closed = False
        if status == 101:
            try:
                async with asyncio.timeout(10):
                    closed = (await reader.read(1)) == b"\x88"
            except TimeoutError:
                pass
        return status, headers.get("sec-websocket-protocol"), closed
    finally:
        writer.close()


@pytest.mark.parametrize(
    ("offers", "taken"),
    [
        ((), None),
        (("OCPP1.6",), None),
        (("ocpp1.5",), None),
        (("ocpp1.6, ocpp1.5",), "ocpp1.6"),
        (("ocpp1.5,ocpp1.6",), "ocpp1.6"),
        (("ocpp2.0.1", "ocpp1.6"), "ocpp2.0.1"),
        (("ocpp1.6", "ocpp2.0.1", "ocpp2.1"), "ocpp1.6"),
        (("ocpp2.1", "ocpp2.0.1", "ocpp1.6"), "ocpp2.1"),
    ],
)
def test_the_first_version_that_both_speak_is_taken(
    offers: tuple[str, ...], taken: str | None
) -> None:
    """The list is in the charger's order (part 4, 3.1.2); without a common version the handshake is
    completed and the connection closed (1.6 OCPP-J 3.2). Names are told by their case.
    """

    async def scene() -> None:
        async with Csms().serve() as serving:
            assert await handshake(serving.port, "/CP1", offers) == (101, taken, taken is None)

    play(scene)


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        ("//CP1", "CP1"),
        ("/ocpp//CP1", "CP1"),
        ("/wss://csms.example:443/ocpp/AC_7/0815", "0815"),
        ("/ocpp/Garage%20left", "Garage left"),
        ("/CP1?key=1", "CP1"),
        (f"/ocpp/{MAC}", MAC),
        (f"/ocpp/{MAC.replace(':', '%3A')}", MAC),
    ],
)
def test_the_identity_is_the_last_segment_of_any_path(path: str, identity: str) -> None:
    async def scene() -> None:
        csms = Csms()
        async with csms.serve() as serving:
            assert await handshake(serving.port, path, ["ocpp1.6"]) == (101, "ocpp1.6", False)
            assert list(csms.stations) == [identity]

    play(scene)


def test_what_is_no_handshake_is_refused() -> None:
    async def scene() -> None:
        async with Csms().serve() as serving:
            assert (await handshake(serving.port, "/", ["ocpp1.6"]))[0] == 404
            assert (await handshake(serving.port, "/CP1", ["ocpp1.6"], None))[0] == 426

    play(scene)


def test_an_address_may_be_an_identity_where_nothing_forbids_it() -> None:
    """2.0.1 part 4, 3.1.1 forbids a colon in it, and so does HTTP Basic authentication."""

    async def scene() -> None:
        boot = {"chargePointVendor": "Example", "chargePointModel": "One"}
        async with Csms().serve() as serving, charger(serving.port, MAC) as one:
            assert (await one.ask("BootNotification", boot))[2]["status"] == "Accepted"

    play(scene)
    assert Endpoint("wss://csms", MAC, (OcppVersion.V1_6,)).identity == MAC
    with pytest.raises(ValueError, match="colon"):
        Endpoint("wss://csms", MAC, (OcppVersion.V1_6,), "sixteen-letters-")
    with pytest.raises(ValueError, match="colon"):
        Endpoint("wss://csms", MAC, (OcppVersion.V2_0_1,))
