"""Both ends over real sockets on the loopback interface: handshake, refusals, close."""

import asyncio
import logging
import socket
import ssl
from typing import Any

import pytest
import trustme
from websockets.asyncio.client import connect as plain_connect
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as plain_serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from pilotwire.connection import Endpoint, OcppVersion
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.server import serve
from pilotwire.errors import (
    ConnectionClosed,
    CredentialsRefused,
    CsmsNotTrusted,
    CsmsUnreachable,
    HandshakeRefused,
    IdentityUnknown,
    NoCommonVersion,
    PilotwireError,
)
from pilotwire.rpc import Transport
from tests.unit.connection.sockets import CONNECTOR, on_sockets

V16, V201, V21 = OcppVersion


def endpoint(port: int, identity: str = "CS 1/ü", **more: Any) -> Endpoint:
    versions = more.pop("versions", (V201, V16))
    return Endpoint(f"ws://127.0.0.1:{port}/ocpp", identity, versions, **more)


async def echo(_: str, transport: Transport) -> None:
    while True:
        await transport.send(await transport.receive())


@on_sockets
async def test_messages_go_both_ways_and_the_identity_arrives_decoded() -> None:
    async def serve_station(identity: str, transport: Transport) -> None:
        await transport.send(identity)
        await transport.send(await transport.receive())

    async with serve(serve_station) as csms:
        transport = await CONNECTOR.connect(endpoint(csms.port))
        assert await transport.receive() == "CS 1/ü"
        await transport.send("hello")
        assert await transport.receive() == "hello"
        with pytest.raises(ConnectionClosed) as caught:
            await transport.receive()
        assert caught.value.code == 1000
        with pytest.raises(ConnectionClosed):
            await transport.send("more")


@on_sockets
async def test_the_stations_preference_decides_among_what_the_csms_speaks() -> None:
    for supported, offered, chosen in [
        (("1.6", "2.0.1"), (V201, V16), "ocpp2.0.1"),
        (("2.0.1", "1.6"), (V16, V201), "ocpp1.6"),
        (("1.6",), (V21, V201, V16), "ocpp1.6"),
    ]:
        async with serve(echo, versions=supported) as csms:
            transport = await CONNECTOR.connect(endpoint(csms.port, versions=offered))
            assert transport.subprotocol == chosen
            await transport.close()


@on_sockets
async def test_without_a_common_version_the_handshake_is_completed_and_closed() -> None:
    async with serve(echo, versions=("2.1",)) as csms:
        with pytest.raises(NoCommonVersion, match=r"ocpp2\.0\.1, ocpp1\.6"):
            await CONNECTOR.connect(endpoint(csms.port))
        async with plain_connect(
            f"ws://127.0.0.1:{csms.port}/CS1", subprotocols=[Subprotocol("ocpp1.6")], proxy=None
        ) as connection:
            assert connection.subprotocol is None
            await connection.wait_closed()
            assert connection.close_code == 1002
        assert not csms.stations


@on_sockets
async def test_a_subprotocol_that_was_not_offered_is_refused() -> None:
    def choose_another(*_: Any) -> Any:
        return "ocpp2.1"

    async with plain_serve(
        lambda connection: connection.wait_closed(),
        "127.0.0.1",
        0,
        select_subprotocol=choose_another,
    ) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        with pytest.raises(NoCommonVersion) as caught:
            await CONNECTOR.connect(endpoint(port))
    assert caught.value.chosen == "ocpp2.1"


@on_sockets
async def test_the_password_is_checked_with_the_identity_as_user_name() -> None:
    asked: list[tuple[str, str | None]] = []

    def authenticate(identity: str, password: str | None) -> bool:
        asked.append((identity, password))
        return password == "pässword"

    async with serve(echo, authenticate=authenticate) as csms:
        for wrong in (None, "wrong", b"\xff"):
            with pytest.raises(CredentialsRefused) as caught:
                await CONNECTOR.connect(endpoint(csms.port, "CS1", password=wrong))
            assert caught.value.status == 401
        transport = await CONNECTOR.connect(endpoint(csms.port, "CS1", password="pässword"))
        await transport.close()
    assert asked == [("CS1", None), ("CS1", "wrong"), ("CS1", "\udcff"), ("CS1", "pässword")]


@on_sockets
async def test_a_refusal_asks_for_basic_authentication_and_a_foreign_user_name_is_refused() -> None:
    async with serve(echo, authenticate=lambda *_: True) as csms:
        for header in ("Basic b3RoZXI6eA==", "Basic ???", "Bearer b3RoZXI6eA==", "Basic eA=="):
            reader, writer = await asyncio.open_connection("127.0.0.1", csms.port)
            writer.write(
                b"GET /CS1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n"
                b"Authorization: " + header.encode() + b"\r\n\r\n"
            )
            answer = (await reader.read()).decode()
            assert answer.startswith("HTTP/1.1 401")
            assert "WWW-Authenticate: Basic" in answer
            writer.close()
            await writer.wait_closed()


@on_sockets
async def test_an_unknown_or_missing_identity_is_not_found() -> None:
    async with serve(echo, knows=lambda identity: identity == "CS1") as csms:
        with pytest.raises(IdentityUnknown) as caught:
            await CONNECTOR.connect(endpoint(csms.port, "CS2"))
        assert caught.value.status == 404
        # It can also mean that no version is common.
        assert str(caught.value) == (
            "the CSMS does not know this identity, or none of ocpp2.0.1, ocpp1.6 (HTTP 404)"
        )
        with pytest.raises(Exception, match="404"):
            await plain_connect(f"ws://127.0.0.1:{csms.port}/", proxy=None)


@on_sockets
@pytest.mark.parametrize(
    ("path", "identity"),
    [
        ("//CP1", "CP1"),
        ("///CP1", "CP1"),
        ("//ocpp/CP1", "CP1"),
        ("/ocpp//CP1?key=a/b", "CP1"),
        ("/00:80:F4", "00:80:F4"),
        ("/00%3A80%3af4", "00:80:f4"),
        ("/a%2Fb", "a/b"),
        ("/a+b%252B", "a+b%2B"),
    ],
)
async def test_the_identity_is_the_last_segment_to_the_letter(path: str, identity: str) -> None:
    found: list[str] = []

    async def note(identity: str, _: Transport) -> None:
        found.append(identity)

    async with serve(note) as csms:
        url = f"ws://127.0.0.1:{csms.port}{path}"
        async with plain_connect(url, subprotocols=[Subprotocol("ocpp1.6")]) as station:
            await station.wait_closed()
    assert found == [identity]


@on_sockets
@pytest.mark.parametrize("path", ["/%FF", "/CP1%0A", "/CP1/", "/%1B[2J"])
async def test_what_can_be_no_identity_is_not_found(path: str) -> None:
    async with serve(echo) as csms:
        with pytest.raises(Exception, match="404"):
            await plain_connect(f"ws://127.0.0.1:{csms.port}{path}")


@on_sockets
async def test_a_redirection_is_not_followed() -> None:
    paths: list[str] = []

    def redirect(connection: ServerConnection, request: Request) -> Response:
        paths.append(request.path)
        response = connection.respond(302, "")
        response.headers["Location"] = "/elsewhere"
        return response

    async with plain_serve(
        lambda connection: connection.wait_closed(), "127.0.0.1", 0, process_request=redirect
    ) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        with pytest.raises(HandshakeRefused, match="302; redirections") as caught:
            await CONNECTOR.connect(endpoint(port, "CS1", password="s3cret"))
    assert caught.value.status == 302
    assert paths == ["/ocpp/CS1"]


@on_sockets
async def test_a_csms_that_is_not_there_or_silent_or_no_web_server_is_told_apart() -> None:
    async def speak_nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(speak_nonsense, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(HandshakeRefused, match="WebSocket"):
            await CONNECTOR.connect(endpoint(port))
    with pytest.raises(CsmsUnreachable):
        await CONNECTOR.connect(endpoint(port))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(CsmsUnreachable, match=r"no answer within 0\.05 s"):
            await WebSocketConnector(open_timeout=0.05).connect(endpoint(port))


@on_sockets
async def test_why_there_is_no_connection_is_told_in_words() -> None:
    async def mail(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n\r\n")
        await reader.read()
        writer.close()

    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async def why(url: str) -> str:
        with pytest.raises(CsmsUnreachable) as caught:
            await CONNECTOR.connect(Endpoint(url, "CS1", (V201,)))
        return str(caught.value)

    async with await asyncio.start_server(mail, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert await why(f"wss://127.0.0.1:{port}") == "no TLS with the CSMS: wrong version number"
    assert await why(f"ws://127.0.0.1:{port}") == "Connection refused"
    async with serve(echo) as csms:
        assert "TLS" in await why(f"wss://127.0.0.1:{csms.port}")
    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert "TLS" in await why(f"wss://127.0.0.1:{port}")


@on_sockets
async def test_a_bad_request_may_mean_that_no_version_is_common() -> None:
    """OCPP-J 3.2 wants another answer, but many servers give this one."""
    async with plain_serve(
        lambda connection: connection.wait_closed(),
        "127.0.0.1",
        0,
        subprotocols=[Subprotocol("ocpp1.5")],
    ) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        with pytest.raises(HandshakeRefused, match=r"400; .* none of ocpp2\.0\.1") as caught:
            await CONNECTOR.connect(endpoint(port, versions=(V201,)))
    assert caught.value.status == 400


@on_sockets
async def test_a_second_connection_of_a_station_closes_the_first() -> None:
    async with serve(echo) as csms:
        first = await CONNECTOR.connect(endpoint(csms.port, "CS1"))
        await first.send("1")
        await first.receive()
        second = await CONNECTOR.connect(endpoint(csms.port, "CS1"))
        with pytest.raises(ConnectionClosed, match="connected again"):
            await first.receive()
        await second.send("2")
        assert await second.receive() == "2"
        assert list(csms.stations) == ["CS1"]
        await second.close()


@on_sockets
async def test_messages_beyond_the_limit_and_binary_ones_end_the_connection() -> None:
    async with serve(echo, max_size=100) as csms:
        transport = await CONNECTOR.connect(endpoint(csms.port))
        await transport.send("x" * 101)
        with pytest.raises(ConnectionClosed) as caught:
            await transport.receive()
        assert caught.value.code == 1009
        async with plain_connect(
            f"ws://127.0.0.1:{csms.port}/CS1", subprotocols=[Subprotocol("ocpp1.6")], proxy=None
        ) as connection:
            await connection.send(b"bytes")
            await connection.wait_closed()
            assert connection.close_code == 1003


@on_sockets
async def test_leaving_the_server_closes_the_connections() -> None:
    async with serve(echo) as csms:
        transport = await CONNECTOR.connect(endpoint(csms.port))
        receiving = asyncio.ensure_future(transport.receive())
        await transport.send("x")
        assert await receiving == "x"
    with pytest.raises(ConnectionClosed) as caught:
        await transport.receive()
    assert caught.value.code == 1001


@on_sockets
async def test_the_password_is_nowhere_in_logs_and_errors(caplog: pytest.LogCaptureFixture) -> None:
    for name in (None, "websockets", "pilotwire.connection.websocket"):
        logger = logging.getLogger(name)
        caplog.set_level(logging.DEBUG, logger=name or "")
        assert logger.isEnabledFor(logging.DEBUG)
    secrets = ("s3cret", "Q1MxOnMzY3JldA==")  # plain, and as sent: CS1:s3cret
    errors: list[PilotwireError] = []
    async with serve(echo, authenticate=lambda _, password: False) as csms:
        try:
            await CONNECTOR.connect(endpoint(csms.port, "CS1", password="s3cret"))
        except PilotwireError as error:
            errors.append(error)
    async with serve(echo, authenticate=lambda _, password: True) as csms:
        transport = await CONNECTOR.connect(endpoint(csms.port, "CS1", password="s3cret"))
        await transport.close()
    assert len(errors) == 1
    for secret in secrets:
        assert secret not in caplog.text
        assert secret not in repr(errors[0]) + str(errors[0].__context__.__dict__)


@on_sockets
async def test_a_csms_without_a_trusted_certificate_is_refused(tls_server: ssl.SSLContext) -> None:
    async with serve(echo, tls=tls_server) as csms:
        secure = Endpoint(f"wss://localhost:{csms.port}/ocpp", "CS1", (V201,))
        with pytest.raises(CsmsNotTrusted, match="certificate"):
            await CONNECTOR.connect(secure)


@on_sockets
async def test_tls_with_a_trusted_certificate_is_accepted(
    authority: trustme.CA, tls_server: ssl.SSLContext
) -> None:
    tls = ssl.create_default_context()
    authority.configure_trust(tls)
    async with serve(echo, tls=tls_server) as csms:
        secure = Endpoint(f"wss://localhost:{csms.port}/ocpp", "CS1", (V201,), password="s3cret")
        transport = await WebSocketConnector(tls=tls, close_timeout=1.0).connect(secure)
        await transport.send("hello")
        assert await transport.receive() == "hello"
        await transport.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def tls_server(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context
