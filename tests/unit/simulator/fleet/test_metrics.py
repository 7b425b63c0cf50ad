"""A fleet's figures are there for Prometheus, over a real socket."""

import asyncio
from collections.abc import Mapping

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pilotwire.charging_station import Network
from pilotwire.csms import Csms
from pilotwire.simulator.fleet import Fleet, Plan, Profile
from pilotwire.simulator.fleet.metrics import exposed


async def said(port: int, request: str) -> tuple[str, str]:
    """The status line and the body of an answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request.encode())
    answer = (await asyncio.wait_for(reader.read(), 10)).decode()
    writer.close()
    head, _, body = answer.partition("\r\n\r\n")
    return head.partition("\r\n")[0], body


def samples(text: str) -> Mapping[tuple[str, ...], float]:
    return {
        (sample.name.removeprefix("pilotwire_fleet_"), *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_the_figures_of_a_fleet_that_runs_over_sockets_can_be_read() -> None:
    async def scenario() -> Mapping[tuple[str, ...], float]:
        async with Csms().serve() as serving:
            fleet = Fleet(Plan(Profile(), 3, 1), Network(f"ws://127.0.0.1:{serving.port}"))
            async with exposed(fleet, 0) as port, asyncio.timeout(30):
                run = asyncio.create_task(fleet.run())
                while fleet.counts().accepted < 3:  # noqa: ASYNC110 -- figures are looked at
                    await asyncio.sleep(0.02)
                status, body = await said(port, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
                fleet.stop()
                await run
        assert status == "HTTP/1.1 200 OK"
        return samples(body)

    found = asyncio.run(scenario())

    assert found["stations", "accepted"] == found["stations", "connected"] == 3
    assert found["connections_total",] == 3
    assert found["messages_given_up_total",] == 0
    assert found["calls_total", "BootNotification"] == 3
    assert 0 < found["call_seconds", "BootNotification", "0.5"] < 30


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 404 Not Found"),
        ("POST /metrics HTTP/1.1\r\n\r\n", "HTTP/1.1 405 Method Not Allowed"),
        ("GET /metrics?x=1 HTTP/1.1\r\nAccept: text/plain\r\n\r\n", "HTTP/1.1 200 OK"),
        ("X" * 20_000, ""),
    ],
)
def test_other_requests_are_answered_or_dropped(request_: str, status: str) -> None:
    async def scenario() -> None:
        fleet = Fleet(Plan(Profile(), 1, 1), Network("ws://127.0.0.1:1"))
        async with exposed(fleet, 0) as port:
            try:
                assert (await said(port, request_))[0] == status
            except ConnectionResetError:
                assert not status

    asyncio.run(scenario())
