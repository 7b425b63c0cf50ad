"""Stations for a test: ordinary ones, or those of a charger's program."""

from collections.abc import Sequence
from typing import Any

from pilotwire.charging_station import ChargingStation, Environment, Network
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp.specs import Setting
from pilotwire.rpc import FrameDirection
from pilotwire.simulator.bench import Bench
from pilotwire.simulator.charger import SimulatedCharger
from pilotwire.simulator.memory import Side
from pilotwire.simulator.testing.options import UnusableOptionsError, versions_of
from pilotwire.simulator.testing.stage import Stage
from pilotwire.simulator.testing.station import Application, StationFixture, Surroundings
from pilotwire.simulator.testing.transcript import Transcript
from pilotwire.store import Store

__all__ = ["MakeStation"]


class MakeStation:
    """The fixture `make_station`: makes stations, with other options than the marker's, or of the
    program of a charger.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def __call__(
        self,
        identity: str | None = None,
        *,
        version: str | Sequence[str] | None = None,
        evses: int | None = None,
        settings: Sequence[Setting] | None = None,
        hardware: SimulatedStation | None = None,
        password: str | None = None,
        application: Application | None = None,
        accepted: bool | None = None,
    ) -> StationFixture:
        """A charger that has power and network, and with `accepted` one that the CSMS has accepted.
        It lasts until the end of the test.

        Args:
            identity: Its identity at the CSMS.
            version: The OCPP versions that it offers.
            evses: How many EVSEs it has.
            settings: Values of its standard variables.
            hardware: Its hardware, instead of one with `evses` EVSEs.
            password: Its password.
            application: The program of a charger, which makes the station, and has the say on
                its settings.
            accepted: Whether to wait for that.

        Raises:
            AssertionError: The CSMS does not accept it.
        """
        stage, options = self._stage, self._stage.options
        number = len(stage.stations) + 1
        name = identity or options.identity.format(n=number, worker=stage.worker)
        offered = versions_of(options.version if version is None else version)
        connector, url = await stage.reach()
        password = options.password if password is None else password
        network = (
            Network(url, password=password, unsecured=True)
            if offered is None
            else Network(url, offered, password, unsecured=True)
        )
        hardware = hardware or (
            options.hardware() if options.hardware is not None and evses is None
            else SimulatedStation(evses=evses or options.evses)
        )  # fmt: skip
        wanted = options.settings if settings is None else settings
        application = application or _ordinary(wanted)
        transcript = Transcript()

        def made(store: Store, environment: Environment) -> ChargingStation[Any]:
            given = Surroundings(name, network, hardware, store, environment)
            station = application(given)
            if station.identity != name:
                raise UnusableOptionsError(
                    f"the application's station is {station.identity}, this one is {name}:"
                    f' say make_station("{station.identity}", ...)'
                )
            return station

        def see(direction: FrameDirection, text: str) -> None:
            version = charger.network.version
            if version is not None:
                side = Side.STATION if direction is FrameDirection.SENT else Side.CSMS
                transcript.take(name, version, side, text)

        charger = SimulatedCharger(
            name,
            Bench(dict(enumerate(hardware.evses, start=1)), hardware),
            made,
            store=stage.folder() / "station.db",
            connector=connector,
            world=stage.clock,
            random=stage.random(name),
            sample_every=None,
            tap=see,
        )
        station = StationFixture(charger, hardware, transcript)
        await stage.enter(station)
        if options.accepted if accepted is None else accepted:
            await station.wait_accepted()
        return station


def _ordinary(settings: Sequence[Setting]) -> Application:
    """A station without a program around it."""

    def made(given: Surroundings) -> ChargingStation[SimulatedStation]:
        return ChargingStation(
            identity=given.identity,
            vendor="Pilotwire",
            model="Simulated",
            csms=given.network,
            hardware=given.hardware,
            store=given.store,
            settings=settings,
            environment=given.environment,
        )

    return made
