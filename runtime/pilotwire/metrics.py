"""What stations do, as Prometheus metrics; wants `pip install "pilotwire[metrics]"`.

    from prometheus_client import start_http_server
    from pilotwire.metrics import StationMetrics

    metrics = StationMetrics()
    metrics.watch(station)          # before it starts
    start_http_server(9000)

Each metric has the label `station`, the station's identity. Counters count from the moment at which
a station is watched; the others are read when they are asked for.
"""

from collections.abc import Iterable
from typing import Any

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from pilotwire.charging_station import ChargingStation
from pilotwire.events import (
    CallAnswered,
    Connected,
    FaultRaised,
    MessageGivenUp,
    StationEvent,
    TransactionEnded,
    TransactionSnapshot,
    TransactionStarted,
    TransactionUpdated,
)

__all__ = ["StationMetrics"]

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Bounds of the latencies: from a CSMS next door to the longest wait for an answer."""


class StationMetrics(Collector):
    """The metrics of any number of stations in one registry.

    metric                                   labels              what
    pilotwire_connected                      station             1 while there is a connection
    pilotwire_accepted                       station             1 while the CSMS has accepted it
    pilotwire_connections_total              station, version    connections opened
    pilotwire_outbox_messages                station             messages that wait for the CSMS
    pilotwire_messages_given_up_total        station             messages that it never took
    pilotwire_transactions                   station             transactions that run
    pilotwire_transactions_started_total     station             transactions begun
    pilotwire_transactions_ended_total       station, reason     transactions ended
    pilotwire_limit_amperes                  station, evse       what it may offer, if limited
    pilotwire_energy_watt_hours_total        station             energy taken in transactions
    pilotwire_faults                         station             faults that stand
    pilotwire_faults_raised_total            station, code       faults that came
    pilotwire_call_seconds                   station, action     a message to its answer (histogram)
    pilotwire_call_errors_total              station, action,    messages without a good answer
                                             error
    """

    def __init__(self, registry: CollectorRegistry = REGISTRY) -> None:
        self._stations: dict[str, ChargingStation[Any]] = {}
        self._energy_of: dict[tuple[str, str], float] = {}
        """What has been counted of running transactions, in Wh, by station and id."""

        def counter(name: str, text: str, *labels: str) -> Counter:
            return Counter(f"pilotwire_{name}", text, ("station", *labels), registry=registry)

        self._connections = counter("connections", "Connections opened", "version")
        self._given_up = counter("messages_given_up", "Messages that the CSMS never took")
        self._started = counter("transactions_started", "Transactions begun")
        self._ended = counter("transactions_ended", "Transactions ended", "reason")
        self._energy = counter("energy_watt_hours", "Energy taken in transactions")
        self._faults = counter("faults_raised", "Faults that came", "code")
        self._errors = counter("call_errors", "Messages without a good answer", "action", "error")
        self._seconds = Histogram(
            "pilotwire_call_seconds",
            "From a message to its answer",
            ("station", "action"),
            registry=registry,
            buckets=_SECONDS,
        )
        registry.register(self)

    def watch(self, station: ChargingStation[Any]) -> None:
        """Count what a station does from now on.

        Raises:
            ValueError: a station of that identity is watched already.
        """
        identity = station.identity
        if identity in self._stations:
            raise ValueError(f"a station {identity!r} is watched already")
        self._stations[identity] = station
        for silent in (self._given_up, self._started, self._energy):
            silent.labels(identity)  # shown from the beginning, as 0
        station.listen(lambda event: self._count(identity, event))

    def _count(self, station: str, event: StationEvent) -> None:
        match event:
            case CallAnswered(action, seconds, error):
                self._seconds.labels(station, action).observe(seconds)
                if error is not None:
                    self._errors.labels(station, action, error).inc()
            case Connected(version):
                self._connections.labels(station, version).inc()
            case TransactionStarted(transaction):
                self._started.labels(station).inc()
                self._count_energy(station, transaction)
            case TransactionUpdated(transaction):
                self._count_energy(station, transaction)
            case TransactionEnded(transaction, reason):
                self._ended.labels(station, reason.value).inc()
                self._count_energy(station, transaction)
                self._energy_of.pop((station, transaction.id), None)
            case FaultRaised(fault):
                self._faults.labels(station, fault.code).inc()
            case MessageGivenUp():
                self._given_up.labels(station).inc()
            case _:
                pass

    def _count_energy(self, station: str, transaction: TransactionSnapshot) -> None:
        key = station, transaction.id
        counted = self._energy_of.get(key, 0.0)
        self._energy.labels(station).inc(max(0.0, transaction.energy_wh - counted))
        self._energy_of[key] = max(counted, transaction.energy_wh)

    def collect(self) -> Iterable[Metric]:
        """What is so now; called by the registry."""
        connected = GaugeMetricFamily(
            "pilotwire_connected", "1 while there is a connection", labels=["station"]
        )
        accepted = GaugeMetricFamily(
            "pilotwire_accepted", "1 while the CSMS has accepted the station", labels=["station"]
        )
        outbox = GaugeMetricFamily(
            "pilotwire_outbox_messages", "Messages that wait for the CSMS", labels=["station"]
        )
        running = GaugeMetricFamily(
            "pilotwire_transactions", "Transactions that run", labels=["station"]
        )
        faults = GaugeMetricFamily("pilotwire_faults", "Faults that stand", labels=["station"])
        limits = GaugeMetricFamily(
            "pilotwire_limit_amperes",
            "What an EVSE may offer a phase, where it is limited",
            labels=["station", "evse"],
        )
        for identity, station in self._stations.items():
            evses = station.evses
            standing = {(fault.evse_id, fault.code) for evse in evses for fault in evse.faults}
            connected.add_metric([identity], float(station.version is not None))
            accepted.add_metric([identity], float(station.accepted))
            outbox.add_metric([identity], station.outbox_size)
            running.add_metric([identity], sum(evse.transaction_id is not None for evse in evses))
            faults.add_metric([identity], len(standing))
            for evse in evses:
                if evse.limit is not None:
                    limits.add_metric([identity, str(evse.evse_id)], evse.limit)
        return connected, accepted, outbox, running, faults, limits
