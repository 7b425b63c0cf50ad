"""What a maker adds to a station: messages of its own, and a say in what the station decides.

python -m examples.vendor_extension
"""

import asyncio

from pydantic import BaseModel

from pilotwire import ChargingStation, Store
from pilotwire.charging_station import AuthorizationStatus, IdToken, IdTokenInfo, Start
from pilotwire.csms import Csms
from pilotwire.errors import TransferRejected
from pilotwire.hal.interfaces import StationHardware
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21

VENDOR = "com.example"
TOO_LONG = "A text that is too long, by far, for any display"


class Text(BaseModel):
    """What the operator wants on the display, and for how long."""

    text: str
    seconds: int = 60


class Shown(BaseModel):
    """What the display answers: what was there before."""

    instead_of: str


class PriceQuery(BaseModel):
    """What a charge at an EVSE costs now, asks the station."""

    evse: int


class Price(BaseModel):
    """The operator's answer."""

    cents_per_kwh: int


class Extension:
    """All of it, for one station.

    Its handlers are of 2.1; a station that speaks other versions, too, has such ones for each.

    Attributes:
        on_display: What the display shows.
        service: Whether somebody is working on the station: nothing begins then, and no reset.
        cards: What is known here of cards: one charges at once, whether a CSMS is in reach or not,
            and one never does. Once told of the transaction, the CSMS has the last word.
        diary: What the CSMS wanted of resets and of values, and what became of it.
    """

    def __init__(self, station: ChargingStation[StationHardware]) -> None:
        self.station = station
        self.on_display = ""
        self.service = False
        self.cards = {"04E3": AuthorizationStatus.ACCEPTED, "0BAD": AuthorizationStatus.BLOCKED}
        self.diary: list[str] = []
        station.data_transfer(VENDOR, "Show", Text)(self.show)
        station.on(v21.ResetRequest)(self.reset)
        station.heard(v21.SetVariablesRequest)(self.variables_set)
        station.on_start(self.begins)
        station.authorizer(self.knows)

    async def show(self, text: Text) -> Shown:
        """The operator's message `Show`: its data has been read, the answer's will be written."""
        if len(text.text) > 40:
            raise TransferRejected("the display has 40 characters")
        before, self.on_display = self.on_display, text.text
        return Shown(instead_of=before)

    async def price(self, evse: int) -> str:
        """Ask the operator what it costs: the station's message `Price`."""
        answer = await self.station.transfer(VENDOR, "Price", PriceQuery(evse=evse), Price)
        if not answer.accepted or answer.data is None:
            return f"price unknown ({answer.status})"
        return f"{answer.data.cents_per_kwh / 100:.2f} a kWh"

    async def reset(self, request: v21.ResetRequest) -> v21.ResetResponse:
        """Answer in the station's place; where nothing is against it, as the station would.

        Its reset begins when this answer has left.
        """
        if self.service:
            answer = v21.ResetResponse(status=v21.ResetStatusEnumType.REJECTED)
        else:
            answer = await self.station.default(request)
        self.diary.append(f"reset {request.type}: {answer.status}")
        return answer

    async def variables_set(self, request: v21.SetVariablesRequest) -> None:
        """Hear what is set; the station answers."""
        for each in request.set_variable_data:
            self.diary.append(f"set {each.component.name}.{each.variable.name}")

    def begins(self, start: Start) -> str | None:
        """Why a session may not begin, from here or from afar; None if it may."""
        return f"somebody is working on socket {start.evse.evse_id}" if self.service else None

    async def knows(self, token: IdToken) -> IdTokenInfo | None:
        """What is known here of a card; None leaves it to the CSMS."""
        status = self.cards.get(token.value)
        return None if status is None else IdTokenInfo(status)


def interval_of(seconds: int) -> v21.SetVariablesRequest:
    """What a CSMS says to hear from a running transaction every so many seconds."""
    interval = v21.SetVariableDataType(
        component=v21.ComponentType(name="SampledDataCtrlr"),
        variable=v21.VariableType(name="TxUpdatedInterval"),
        attribute_value=str(seconds),
    )
    return v21.SetVariablesRequest(set_variable_data=[interval])


async def main() -> None:
    """A small CSMS tries it all."""
    csms = Csms(tokens=["04A1B2C3", "04E3"])
    async with csms.serve() as serving:
        hardware = SimulatedStation(evses=1)
        station = ChargingStation[StationHardware](
            identity="CS-0042",
            vendor="Example",
            model="One",
            csms=f"ws://127.0.0.1:{serving.port}/ocpp",
            versions=["2.1"],
            hardware=hardware,
            store=Store(":memory:"),
        )
        extension = Extension(station)
        async with station:
            await station.wait_accepted()
            for text in ("Welcome", "Closed from 10 to 12", TOO_LONG):
                shown = await csms.data_transfer("CS-0042", VENDOR, "Show", {"text": text})
                why = None if shown.status_info is None else shown.status_info.additional_info
                print(f"show {text!r}: {shown.status}", why or shown.data)
            print(await extension.price(1))  # the small CSMS has no vendors
            await csms.call("CS-0042", interval_of(30))

            extension.service = True
            print("remote start in service:", await csms.remote_start("CS-0042", "04A1B2C3", 1))
            print("reset in service:", await csms.reset("CS-0042"))
            extension.service = False

            await hardware.evse(1).plug_in(ElectricVehicle())
            for card in ("0BAD", "04E3"):
                print(f"card {card}:", await station.evse(1).authorize(card))
            await asyncio.sleep(3)
            print("socket 1:", station.evse(1).snapshot.charging_state)
            print("reset:", await csms.reset("CS-0042"))
    print("the diary:", *extension.diary, sep="\n  ")


if __name__ == "__main__":
    asyncio.run(main())
