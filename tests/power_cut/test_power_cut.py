"""The power goes in mid-session; the CSMS has one whole transaction in the end, and only one.

1.6 3.7, 3.7.1, 4.8, 4.10; 2.x E04, E11, E12; 2.1 E17.FR.21, for no transaction is resumed. The
station is a real process, killed by SIGKILL.
"""

import asyncio
import os
import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pilotwire.station.facts.transactions import TransactionEvent
from pilotwire.station.vocabulary import EventType
from tests.power_cut.outage import (
    BEGIN,
    RESTART,
    TOKEN,
    Office,
    StationProcess,
    Told,
    run,
    station,
)
from tests.support.editions import IN_ALL


async def start_charging(office: Office, at_work: StationProcess, meter_values: int = 3) -> None:
    """Plug in, swipe, and hear of some meter values."""
    await office.heard("StatusNotification")
    await at_work.ask("plug")
    await at_work.ask("swipe", TOKEN)
    await office.heard("Start")
    await office.heard("Meter", meter_values)


def once(told: list[Told]) -> list[Told]:
    """The messages without repetitions, each of which must follow what it repeats.

    1.6 keeps the message id of a repetition (errata of 1.6-J 4.1.4), 2.x must not (4.1.4).
    """
    kept: list[Told] = []
    for each in told:
        if kept and repeats(each, kept[-1]):
            keeps_id = each.action != "TransactionEvent"
            assert (each.message_id == kept[-1].message_id) is keeps_id
        else:
            kept.append(each)
    return kept


def repeats(later: Told, earlier: Told) -> bool:
    """Whether it says the same, to the letter; as of the time offline, if that came between
    (E11.FR.07).
    """
    offline = {"offline": True} if later.payload.get("offline") else {}
    return later.payload == {**earlier.payload, **offline}


def check_transaction(
    office: Office, register: float, reason: str | None = "PowerLoss", until: datetime = RESTART
) -> list[Told]:
    """The CSMS was told of one transaction, whole and in order; `register` is that of its end."""
    (session,) = office.csms.stations["CS-0042"].sessions
    assert not session.ongoing
    assert session.reason == reason
    assert session.token == TOKEN

    told = once(office.transaction())
    assert [each.event for each in told] == ["Start", *["Meter"] * (len(told) - 2), "Stop"]
    times = [each.time for each in told]
    assert times == sorted(times)
    assert times[0] >= BEGIN
    assert times[-1] < until
    registers = [each.register for each in told if each.register is not None]
    if office.version == "1.6":
        assert told[0].payload["meterStart"] == 0
        assert told[-1].payload["meterStop"] == round(register)
        assert registers[:-1] == sorted(registers[:-1])
        assert registers[-1] >= registers[-2] - 0.5  # whole watt-hours only
        numbers = {each.payload["transactionId"] for each in told[1:]}
        assert numbers == {session.transaction_id}
    else:
        assert registers[0] == 0
        assert registers[-1] == pytest.approx(register, abs=0.001)
        assert registers == sorted(registers)
        assert [each.payload["seqNo"] for each in told] == list(range(len(told)))
        ids = {each.payload["transactionInfo"]["transactionId"] for each in told}
        assert ids == {session.transaction_id}
    return told


def check_power_loss(office: Office, told: list[Told]) -> None:
    """The transaction ended when it was last heard of: nothing later is certain."""
    # 1.6 is not told of all that the station takes note of, which does so once a minute.
    assert told[-1].time - told[-2].time <= timedelta(seconds=60)
    if office.version != "1.6":
        assert told[-1].time == told[-2].time
        assert told[-1].payload["triggerReason"] == "AbnormalCondition"
        assert told[-1].payload["transactionInfo"]["stoppedReason"] == "PowerLoss"
        assert told[-1].payload["offline"] is True  # E11.FR.02: it could not be told at once
        boots = [each for each in office.told if each.action == "BootNotification"]
        assert [each.payload["reason"] for each in boots] == ["PowerUp"] * len(boots)


def check_nothing_lost(told: list[Told], waiting: list[TransactionEvent]) -> None:
    """All that was on the disk when the power went has been told."""
    if told[0].action == "TransactionEvent":
        assert {event.seq_no for event in waiting} <= {each.payload["seqNo"] for each in told}
        return
    times = [(each.event, each.time) for each in told]
    for event in waiting:
        if event.power_path_closed_first:
            assert ("Start", event.timestamp) in times
        elif event.event_type is EventType.ENDED:
            assert ("Stop", event.timestamp) in times
        elif event.meter_values:
            assert ("Meter", event.meter_values[0].timestamp) in times


def check_offline(office: Office, told: list[Told], *, since: int) -> None:
    """From the message number `since` on it was offline; 1.6 has no word for it."""
    if office.version != "1.6":
        assert [each.payload["offline"] for each in told] == [n >= since for n in range(len(told))]


@IN_ALL
def test_killed_online(version: str, tmp_path: Path) -> None:
    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path) as at_work:
            await start_charging(office, at_work)
            await at_work.ask("delivered")
            register = await at_work.power_cut()
        before = len(once(office.transaction()))
        async with station(office, tmp_path, RESTART) as at_work:
            await office.stopped()
            await at_work.ask("delivered")
        await office.close()
        told = check_transaction(office, register)
        check_power_loss(office, told)
        assert len(told) == before + 1
        check_offline(office, told, since=before)

    run(scenario())


@pytest.mark.parametrize("cuts", [1, 3])
@IN_ALL
def test_killed_offline_and_restarted_before_the_csms_is_back(
    version: str, cuts: int, tmp_path: Path
) -> None:
    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path) as at_work:
            await start_charging(office, at_work)
            await at_work.ask("delivered")
            await office.close()
            online = len(once(office.transaction()))
            await at_work.ask("queued", 3)
            register = await at_work.power_cut()
        for cut in range(1, cuts):
            async with station(office, tmp_path, RESTART + timedelta(minutes=cut)) as at_work:
                await at_work.ask("queued", 4)
                assert await at_work.power_cut() == register
        async with station(office, tmp_path, RESTART + timedelta(minutes=cuts)) as at_work:
            await at_work.ask("queued", 4)
            await office.open()
            await office.stopped()
            await at_work.ask("delivered")
        await office.close()
        told = check_transaction(office, register)
        check_power_loss(office, told)
        assert len(told) >= online + 4
        if version != "1.6":
            # One may have been made between the last look and the end of the connection.
            flags = [each.payload["offline"] for each in told]
            assert flags == sorted(flags)
            assert not any(flags[: online - 1])
            assert all(flags[online:])

    run(scenario())


@IN_ALL
def test_killed_when_the_start_was_told_but_not_answered(version: str, tmp_path: Path) -> None:
    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path) as at_work:
            office.on_told = lambda told: at_work.cut() if told.event == "Start" else None
            await office.heard("StatusNotification")
            await at_work.ask("plug")
            await at_work.ask("swipe", TOKEN)
            register = await at_work.gone()
        office.on_told = lambda _: None
        async with station(office, tmp_path, RESTART) as at_work:
            await office.stopped()
            await at_work.ask("delivered")
        await office.close()
        starts = [each for each in office.told if each.event == "Start"]
        assert len(starts) == 2
        assert repeats(starts[1], starts[0])
        told = check_transaction(office, register)
        check_power_loss(office, told)

    run(scenario())


@IN_ALL
def test_killed_when_the_csms_had_long_ceased_to_answer(version: str, tmp_path: Path) -> None:
    """E11.FR.07: what waits when the station goes offline is told as offline."""

    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path) as at_work:
            await start_charging(office, at_work)
            office.answers.clear()
            before = len(once(office.transaction()))
            await at_work.ask("queued", 4)
            register = await at_work.power_cut()
        office.answers.set()
        async with station(office, tmp_path, RESTART) as at_work:
            await office.stopped()
            await at_work.ask("delivered")
        await office.close()
        told = check_transaction(office, register)
        check_power_loss(office, told)
        if version != "1.6":
            flags = [each.payload["offline"] for each in told]
            assert flags == sorted(flags)
            assert not any(flags[:before])
            assert all(flags[before + 1 :])  # one had left already, and is repeated as it was

    run(scenario())


@IN_ALL
def test_killed_after_the_session_ended_offline(version: str, tmp_path: Path) -> None:
    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path) as at_work:
            await start_charging(office, at_work)
            await office.close()
            await at_work.ask("queued", 2)
            await at_work.ask("swipe", TOKEN)
            await at_work.ask("ended")
            register = await at_work.power_cut()
        async with station(office, tmp_path, RESTART) as at_work:
            await office.open()
            await office.stopped()
            await at_work.ask("delivered")
        await office.close()
        told = check_transaction(office, register, "Local")
        if version != "1.6":
            assert told[-1].payload["triggerReason"] == "StopAuthorized"
            assert told[-1].payload["offline"] is True

    run(scenario())


@IN_ALL
def test_a_session_that_began_and_was_cut_while_the_csms_was_away(
    version: str, tmp_path: Path
) -> None:
    """E04: with OfflineTxForUnknownIdEnabled the CSMS hears of it only afterwards."""

    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path, trusting=True) as at_work:
            await office.heard("StatusNotification")
            await at_work.ask("outbox")
            await office.close()
            await at_work.ask("plug")
            await at_work.ask("swipe", TOKEN)
            await at_work.ask("queued", 4)
            register = await at_work.power_cut()
        async with station(office, tmp_path, RESTART) as at_work:
            await at_work.ask("queued", 5)
            await office.open()
            await office.stopped()
            await at_work.ask("delivered")
        await office.close()
        told = check_transaction(office, register)
        check_power_loss(office, told)
        check_offline(office, told, since=0)

    run(scenario())


SEED = int(os.environ.get("PILOTWIRE_SEED", "20260301"))
KILLS = int(os.environ.get("PILOTWIRE_KILLS", "25"))


@pytest.mark.parametrize("number", range(KILLS))
def test_killed_at_any_instant(number: int, tmp_path: Path) -> None:
    """Whatever the CSMS does meanwhile. PILOTWIRE_SEED and PILOTWIRE_KILLS give other instants."""
    seed = SEED + number
    print(f"PILOTWIRE_SEED={seed} PILOTWIRE_KILLS=1")
    chance = random.Random(seed)
    version = chance.choice(["1.6", "2.0.1", "2.1"])

    async def disturb(office: Office) -> None:
        """The CSMS goes away and comes back, or ceases to answer."""
        while True:
            await asyncio.sleep(chance.uniform(0.0, 0.5))
            if chance.random() < 0.5:
                await office.close()
                await asyncio.sleep(chance.uniform(0.0, 0.5))
                await office.open()
            else:
                office.answers.clear()
                await asyncio.sleep(chance.uniform(0.0, 0.3))
                office.answers.set()

    async def scenario() -> None:
        office = Office(version)
        await office.open()
        async with station(office, tmp_path, seed=seed) as at_work:
            await office.heard("StatusNotification")
            await at_work.ask("plug")
            await at_work.ask("swipe", TOKEN)
            disturbing = asyncio.create_task(disturb(office))
            await asyncio.sleep(chance.uniform(0.0, 1.0))
            if chance.random() < 0.5:
                at_work.tell("swipe", TOKEN)
                await asyncio.sleep(chance.choice([0.0, 0.01, 0.1, 0.5]) * chance.random())
            register = await at_work.power_cut()
            disturbing.cancel()
            await asyncio.wait({disturbing})
            waiting = at_work.waiting()
        office.answers.set()
        await office.close()
        async with station(office, tmp_path, RESTART, seed=seed + 1) as at_work:
            boots = [each.event for each in office.told].count("BootNotification")
            await office.open()
            await office.heard("BootNotification", boots + 1)
            await at_work.ask("delivered")
        await office.close()
        if not office.transaction():
            assert register == 0
            assert not waiting
            return
        (session,) = office.csms.stations["CS-0042"].sessions
        assert session.reason in {"PowerLoss", "Local"}
        told = check_transaction(office, register, session.reason)
        check_nothing_lost(told, waiting)
        if session.reason == "PowerLoss":
            check_power_loss(office, told)

    run(scenario())
