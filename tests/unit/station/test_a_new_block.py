"""A block that Pilotwire does not have is added by modules of its own and rows in the joining
tables: its command, its fact, its question and its variable work in every version, and no class of
Pilotwire knows of it.
"""

import asyncio
from typing import Any

import pytest

from pilotwire.errors import CallRefused
from pilotwire.ocpp import v16, v21, v201
from pilotwire.ocpp.base import Message, Response
from pilotwire.store import Store
from tests.support.scene import Opponent, Scene, scene
from tests.support.virtual_time import virtual_time
from tests.unit.station.beeper import join
from tests.unit.station.beeper.block import VOLUME, Beeper

WORDS: dict[str, Any] = {"1.6": v16, "2.0.1": v201, "2.1": v21}
VENDOR = "com.example.beeper"

pytestmark = pytest.mark.parametrize("version", WORDS)


@pytest.fixture(autouse=True)
def _joined(monkeypatch: pytest.MonkeyPatch) -> None:
    join(monkeypatch)


def hum(version: str) -> Any:
    """The CSMS's answer to a DataTransfer: a hum for a beep, a tune for a question."""

    def answer(request: Any) -> Response:
        data = "Greensleeves" if request.message_id == "tune" else "hm"
        response: Response = WORDS[version].DataTransferResponse(status="Accepted", data=data)
        return response

    return answer


def beeper(s: Scene) -> Beeper:
    station = s.station._station
    assert station is not None
    return station.blocks[Beeper]


async def beep(s: Scene, version: str) -> str:
    """Tell the station to; the status that it answers."""
    answer = await s.csms.call(WORDS[version].DataTransferRequest(vendor_id=VENDOR))
    await asyncio.sleep(1)
    return str(answer.status)


def beeps(s: Scene, version: str) -> list[Any]:
    """The data of the beeps that the CSMS has been told of."""
    told: list[Any] = s.csms.requests(WORDS[version].DataTransferRequest)
    return [request.data for request in told if request.message_id == "beeped"]


def told(version: str, count: int, *, offline: bool) -> object:
    if version == "1.6":
        return f"{count} {'offline' if offline else 'online'}"
    return {"count": count, "offline": offline}


@virtual_time
async def test_a_command_leads_to_a_fact_and_its_answer_is_heard(version: str) -> None:
    async with scene(version) as s:
        s.csms.answer(WORDS[version].DataTransferRequest, hum(version))
        assert await beep(s, version) == "Accepted"
        assert beeps(s, version) == [told(version, 1, offline=False)]
        assert [(heard.count, heard.word) for heard in beeper(s).heard] == [(1, "hm")]


@virtual_time
async def test_a_question_is_asked_while_there_is_somebody_to_ask(version: str) -> None:
    async with scene(version) as s:
        s.csms.answer(WORDS[version].DataTransferRequest, hum(version))
        assert await beeper(s).tune() == "Greensleeves"
        s.go_offline()
        await asyncio.sleep(1)
        assert await beeper(s).tune() is None


@virtual_time
async def test_a_variable_steers_it(version: str) -> None:
    async with scene(version, settings={VOLUME: 0}) as s:
        assert await beep(s, version) == "Rejected"
        assert beeper(s).count == 0
        s.station.device_model[VOLUME] = 1
        assert await beep(s, version) == "Accepted"
        assert beeper(s).count == 1


@virtual_time
async def test_the_csms_sees_the_variable(version: str) -> None:
    async with scene(version) as s:
        if version == "1.6":
            response = await s.csms.call(v16.GetConfigurationRequest(key=["BeeperVolume"]))
            assert response.configuration_key is not None
            assert [key.value for key in response.configuration_key] == ["5"]
            return
        words = WORDS[version]
        data = words.GetVariableDataType(
            component=words.ComponentType(name="Beeper"), variable=words.VariableType(name="Volume")
        )
        answer = await s.csms.call(words.GetVariablesRequest(get_variable_data=[data]))
        (result,) = answer.get_variable_result
        assert result.attribute_value == "5"


@virtual_time
async def test_its_lane_keeps_what_its_policy_says(version: str) -> None:
    """Of a time offline: all up to its capacity, of which the oldest give way; over a restart."""
    store = Store(":memory:")
    async with scene(version, store=store) as s:
        s.csms.answer(WORDS[version].DataTransferRequest, hum(version))
        s.go_offline()
        await asyncio.sleep(1)
        for _ in range(5):
            beeper(s).beep().once_sent()
    csms = Opponent()
    csms.answer(WORDS[version].DataTransferRequest, hum(version))
    async with scene(version, store=store, csms=csms) as s:
        await asyncio.sleep(5)
        assert beeps(s, version) == [told(version, n, offline=True) for n in (3, 4, 5)]


@virtual_time
async def test_its_lane_is_repeated_and_holds_back_no_other(version: str) -> None:
    def refuse(request: Message) -> Response:
        raise CallRefused("InternalError")

    async with scene(version) as s:
        s.csms.answer(WORDS[version].DataTransferRequest, refuse)
        await beep(s, version)
        await s.plug_in_and_swipe()
        await asyncio.sleep(10)
        assert s.station.evses[0].transaction_id is not None
        assert s.station.outbox_size == 0, "the transaction is told"
        assert len(beeps(s, version)) == 1
        s.csms.answer(WORDS[version].DataTransferRequest, hum(version))
        await asyncio.sleep(60)
        assert len(beeps(s, version)) == 2
        assert [heard.word for heard in beeper(s).heard] == ["hm"]
