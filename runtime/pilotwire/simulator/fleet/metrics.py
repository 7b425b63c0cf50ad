"""A fleet's figures as Prometheus metrics; wants `pip install "pilotwire[metrics]"`.

    async with exposed(fleet, port=9100):
        await fleet.run()

There is no metric of a single station, as of ten thousand they would be more than anybody keeps;
`pilotwire.metrics` has those, for whoever watches a few.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Final

from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from pilotwire.simulator.fleet.fleet import Fleet

__all__ = ["FleetMetrics", "exposed"]

_QUANTILES: Final = (50, 95, 99)
_REQUEST_LIMIT_S: Final = 10.0
_LONGEST_HEAD: Final = 8192


class FleetMetrics(Collector):
    """The metrics of a fleet, read when they are asked for.

    metric                                     labels            what
    pilotwire_fleet_stations                   state             started, connected, accepted,
                                                                 failed, without_network
    pilotwire_fleet_connections_total                            connections opened
    pilotwire_fleet_messages_total             direction         sent, received
    pilotwire_fleet_messages_a_second                            of both, lately
    pilotwire_fleet_drivers_total              what              came, turned_away, without_energy
    pilotwire_fleet_transactions                                 that go on
    pilotwire_fleet_transactions_total                           that are over
    pilotwire_fleet_energy_watt_hours_total                      taken in those
    pilotwire_fleet_outbox_messages                              that wait for the CSMS
    pilotwire_fleet_messages_given_up_total                      that it never took
    pilotwire_fleet_faults_total                                 that came
    pilotwire_fleet_calls_total                action            answered, or not
    pilotwire_fleet_call_errors_total          action, error     without a good answer
    pilotwire_fleet_call_seconds               action, quantile  from a message to its answer
    """

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet

    def collect(self) -> Iterable[Metric]:
        """What is so now; called by the registry, on the fleet's event loop."""
        counts = self._fleet.counts()
        sessions = counts.sessions
        stations = GaugeMetricFamily(
            "pilotwire_fleet_stations", "Stations in a state", labels=["state"]
        )
        for state in ("started", "connected", "accepted", "failed", "without_network"):
            stations.add_metric([state], getattr(counts, state))
        yield stations
        messages = CounterMetricFamily(
            "pilotwire_fleet_messages", "Messages that passed", labels=["direction"]
        )
        messages.add_metric(["sent"], counts.sent)
        messages.add_metric(["received"], counts.received)
        yield messages
        drivers = CounterMetricFamily(
            "pilotwire_fleet_drivers", "Drivers, and what became of them", labels=["what"]
        )
        drivers.add_metric(["came"], sessions.arrivals)
        drivers.add_metric(["turned_away"], sessions.turned_away)
        drivers.add_metric(["without_energy"], sessions.without_energy)
        yield drivers
        for name, text, value in (
            ("messages_a_second", "Messages a second", counts.messages_a_second),
            ("transactions", "Transactions that go on", sessions.running),
            ("outbox_messages", "Messages that wait for the CSMS", sessions.undelivered),
        ):
            yield GaugeMetricFamily(f"pilotwire_fleet_{name}", text, value=value)
        for name, text, value in (
            ("connections", "Connections opened", counts.connections),
            ("transactions", "Transactions that are over", sessions.done),
            ("energy_watt_hours", "Energy taken in them", sessions.energy_kwh * 1000),
            ("messages_given_up", "Messages that the CSMS never took", sessions.given_up),
            ("faults", "Faults that came", counts.faults),
        ):
            yield CounterMetricFamily(f"pilotwire_fleet_{name}", text, value=value)
        yield from self._calls()

    def _calls(self) -> Iterable[Metric]:
        figures = self._fleet.figures
        calls = CounterMetricFamily(
            "pilotwire_fleet_calls", "Messages with an answer, or none", labels=["action"]
        )
        errors = CounterMetricFamily(
            "pilotwire_fleet_call_errors",
            "Messages without a good answer",
            labels=["action", "error"],
        )
        seconds = GaugeMetricFamily(
            "pilotwire_fleet_call_seconds",
            "From a message to its answer",
            labels=["action", "quantile"],
        )
        for action, latencies in figures.latencies.items():
            calls.add_metric([action], latencies.count)
            for percent in _QUANTILES:
                quantile = f"{percent / 100:g}"
                seconds.add_metric([action, quantile], latencies.percentile(percent))
        for action, found in figures.errors.items():
            for error, count in found.items():
                errors.add_metric([action, error], count)
        return calls, errors, seconds


@asynccontextmanager
async def exposed(fleet: Fleet, port: int, host: str = "127.0.0.1") -> AsyncGenerator[int]:
    """Serve the metrics at `http://HOST:PORT/metrics` in the block; the port, of which 0 takes a
    free one.

    Raises:
        OSError: it can't be listened on.
    """
    registry = CollectorRegistry()
    registry.register(FleetMetrics(fleet))

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            async with asyncio.timeout(_REQUEST_LIMIT_S):
                writer.write(_answer(await reader.readuntil(b"\r\n\r\n"), registry))
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, host, port, limit=_LONGEST_HEAD)
    async with server:
        yield server.sockets[0].getsockname()[1]


def _answer(head: bytes, registry: CollectorRegistry) -> bytes:
    request, *lines = head.decode("latin-1").split("\r\n")
    method, _, rest = request.partition(" ")
    path = rest.partition(" ")[0].partition("?")[0]
    if method != "GET":
        return _http("405 Method Not Allowed", "text/plain", b"")
    if path != "/metrics":
        return _http("404 Not Found", "text/plain", b"the metrics are at /metrics\n")
    headers = (line.partition(":") for line in lines)
    accepted = next((value for name, _, value in headers if name.lower() == "accept"), "")
    encoder, content_type = choose_encoder(accepted.strip())
    return _http("200 OK", content_type, encoder(registry))


def _http(status: str, content_type: str, body: bytes) -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode("latin-1") + body
