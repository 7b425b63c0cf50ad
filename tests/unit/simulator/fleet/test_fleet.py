"""A fleet's days: whoever comes charges, what breaks is well again, and the CSMS has it all."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from random import Random

import pytest

from pilotwire.charging_station import Network
from pilotwire.connection import OcppVersion
from pilotwire.csms import Csms, Session
from pilotwire.simulator.fleet import (
    Drivers,
    Fault,
    Fleet,
    Links,
    Plan,
    Profile,
    StationKind,
    Tokens,
)
from pilotwire.simulator.fleet.ledger import Records
from pilotwire.simulator.fleet.report import Report
from tests.support.memory_link import MemoryConnector
from tests.support.virtual_time import virtual_time
from tests.unit.csms.scenes import Noon

HOUR = 3600.0
BUSY = Profile(
    drivers=Drivers(a_day=40.0, hours=(1.0,) * 24, minutes=(5.0, 20.0), full=0.0),
    tokens=Tokens(count=20, unknown_share=0.0),
)
MIXED = tuple(
    StationKind(evses=2, versions=(version,)) for version in (OcppVersion.V1_6, OcppVersion.V2_1)
)


@asynccontextmanager
async def fleet(
    profile: Profile, stations: int = 8, *, seed: int = 5, csms: Csms | None = None
) -> AsyncGenerator[tuple[Fleet, Csms]]:
    csms = new_csms(profile) if csms is None else csms
    async with MemoryConnector(csms.serve_transport, latency=0.02) as connector:
        made = Fleet(
            Plan(profile, stations, seed, begins_at=12 * HOUR),
            Network("ws://csms.example", unsecured=True),
            rate=10.0,
            connector=connector,
            clock=Noon(),
        )
        yield made, csms


def new_csms(profile: Profile) -> Csms:
    return Csms(tokens=profile.tokens.known(), clock=Noon(), random=Random(2))


def records(csms: Csms) -> Records:
    return {identity: list(record.sessions) for identity, record in csms.stations.items()}


@virtual_time
async def test_who_comes_charges_and_the_csms_has_it_all() -> None:
    async with fleet(BUSY.model_copy(update={"station": MIXED})) as (made, csms):
        await made.run(2 * HOUR)

    counts = made.counts()
    assert counts.started == counts.most_connected == counts.boots == 8
    assert counts.sessions.done == counts.sessions.arrivals > 15
    assert counts.sessions.without_energy == 0
    assert counts.sessions.running == counts.sessions.undelivered == counts.sessions.given_up == 0
    assert not counts.errors
    assert {row.csms_id is None for row in made.ledger.rows()} == {True, False}  # 2.1 and 1.6
    assert list(made.differences(records(csms))) == []
    told = sum(
        session.energy_wh or 0.0 for each in csms.stations.values() for session in each.sessions
    )
    assert counts.sessions.energy_kwh == pytest.approx(told / 1000, rel=0.001)
    assert counts.calls["Authorize"].p50 == pytest.approx(0.04, rel=0.1)
    assert Report.of(made, 5, records(csms)).lost == 0


@virtual_time
async def test_the_same_seed_gives_the_same_transactions() -> None:
    async def rows() -> list[object]:
        async with fleet(BUSY) as (made, _):
            await made.run(HOUR)
        return [
            (row.identity, row.evse_id, row.began, round(row.energy_wh, 3))
            for row in made.ledger.rows()
        ]

    assert await rows() == await rows()


@virtual_time
async def test_stations_start_at_a_bounded_rate_and_drivers_come_after_that() -> None:
    async with fleet(BUSY, 20) as (made, _):
        run = asyncio.create_task(made.run(HOUR))
        await asyncio.sleep(1.05)

        assert len(made.stations) == 11
        assert not made.all_started
        assert made.figures.arrivals == 0

        made.stop()
        await run


@virtual_time
async def test_connections_that_break_lose_nothing() -> None:
    profile = BUSY.model_copy(update={"links": Links(drops_a_day=100.0, seconds=(5.0, 300.0))})
    async with fleet(profile) as (made, csms):
        await made.run(2 * HOUR)

    counts = made.counts()
    assert counts.connections > 20
    assert counts.without_network == 0
    assert counts.sessions.undelivered == 0
    assert list(made.differences(records(csms))) == []


@virtual_time
async def test_what_breaks_ends_sessions_and_is_well_again() -> None:
    faults = [{"code": "GroundFault", "a_day": 60.0, "seconds": [60, 300]}]
    faults += [{"code": "EmergencyStop", "a_day": 20.0, "seconds": [60, 300], "station": True}]
    profile = BUSY.model_copy(update={"fault": tuple(map(Fault.model_validate, faults))})
    async with fleet(profile) as (made, csms):
        await made.run(2 * HOUR)

    reasons = {row.reason for row in made.ledger.rows()}
    assert made.counts().faults > 10
    assert {"GroundFault", "EmergencyStop"} & reasons
    assert {"Local", "EVDisconnected"} & reasons
    assert not any(evse.faults for each in made.stations for evse in each.hardware.evses)
    assert list(made.differences(records(csms))) == []


@virtual_time
async def test_who_is_not_known_gets_no_energy() -> None:
    tokens = Tokens(count=20, unknown_share=1.0)
    async with fleet(BUSY.model_copy(update={"tokens": tokens})) as (made, _):
        await made.run(HOUR)

    counts = made.counts()
    assert counts.sessions.arrivals == counts.sessions.without_energy > 5
    assert counts.refused_tokens == counts.sessions.arrivals


@virtual_time
async def test_who_finds_no_free_evse_goes_elsewhere() -> None:
    drivers = BUSY.drivers.model_copy(update={"a_day": 1000.0})
    async with fleet(BUSY.model_copy(update={"drivers": drivers}), 2) as (made, _):
        await made.run(HOUR)

    sessions = made.counts().sessions
    assert sessions.turned_away > sessions.arrivals


@virtual_time
async def test_at_the_end_the_last_drivers_leave_soon() -> None:
    drivers = BUSY.drivers.model_copy(update={"minutes": (300.0, 300.0)})
    async with fleet(BUSY.model_copy(update={"drivers": drivers})) as (made, csms):
        await made.run(HOUR)
        took = asyncio.get_running_loop().time()

    assert took < HOUR + 120
    assert {row.reason for row in made.ledger.rows()} <= {"Local", "EVDisconnected"}
    assert list(made.differences(records(csms))) == []


@virtual_time
async def test_a_csms_that_goes_for_good_is_told_of_at_the_end() -> None:
    async with fleet(BUSY) as (made, csms):
        run = asyncio.create_task(made.run(HOUR))
        while not made.ledger.running:  # noqa: ASYNC110 -- time is virtual
            await asyncio.sleep(10)
        for station in made.stations:
            await made.links.drop(station.identity)
        made.links.mend_all = _nothing  # type: ignore[method-assign]  # it does not come back
        await run

    report = Report.of(made, 5, records(csms))
    assert report.counts.sessions.undelivered > 0
    assert report.lost > 0


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda sessions: sessions.pop(), "does not know it"),
        (lambda sessions: setattr(sessions[-1], "stopped", None), "does not know that it is over"),
        (lambda sessions: setattr(sessions[-1], "meter_stop_wh", 1e6), "of which the CSMS knows"),
    ],
)
def test_what_a_csms_has_lost_is_found(
    change: Callable[[list[Session]], object], what: str
) -> None:
    @virtual_time
    async def scenario() -> None:
        async with fleet(BUSY) as (made, csms):
            await made.run(HOUR)
        kept = {name: list(each.sessions) for name, each in csms.stations.items()}
        change(next(sessions for sessions in kept.values() if sessions))

        [difference] = made.differences(kept)

        assert what in str(difference)
        assert Report.of(made, 5, kept).lost == 1

    scenario()


def _nothing() -> None:
    pass
