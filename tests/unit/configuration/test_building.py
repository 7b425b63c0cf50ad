"""From a configuration to the station that it describes."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from pilotwire import Store
from pilotwire.charging_station import FileFolder, TransferLimits
from pilotwire.configuration import (
    Configuration,
    ConfigurationError,
    build_hardware,
    build_station,
    missing_extras,
)
from pilotwire.configuration.hardware import make_meters
from pilotwire.hal.boards import OpenEvseStation
from pilotwire.hal.gpio import GpioStation
from pilotwire.hal.interfaces import HardwareEvent, Location, PilotChanged, PilotState
from pilotwire.hal.joined import JoinedStation
from pilotwire.hal.mixture import Mixture
from pilotwire.hal.modbus import Wm3m4c
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation, SimulatedUpdater
from pilotwire.hal.updater import CommandUpdater
from pilotwire.ocpp.v21.device_model import ChargingStation as ChargingStationVariables
from pilotwire.ocpp.v21.device_model import OCPPCommCtrlr, SampledDataCtrlr, TxCtrlr
from tests.support.gpio_world import World
from tests.support.virtual_time import virtual_time
from tests.unit.configuration.station import configured, hardware_in

KEY = "0A" * 64


def described(*evses: dict[str, Any], **more: Any) -> Configuration:
    return Configuration.model_validate(
        {
            "station": {"identity": "CS-1", "vendor": "Example", "model": "One"},
            "csms": {"url": "wss://csms.example"},
            "evse": evses or ({"backend": "simulated"},),
            **more,
        }
    )


@virtual_time
async def test_real_and_simulated_evses_in_one(tmp_path: Path) -> None:
    world = World(tmp_path)
    hardware = hardware_in(world, configured(tmp_path))
    assert isinstance(hardware.station, JoinedStation)
    assert isinstance(hardware.pins, GpioStation)
    assert list(hardware.simulated) == [1]
    events: list[HardwareEvent] = []
    await hardware.station.start(events.append)
    await hardware.simulated[1].plug_in(ElectricVehicle())
    world.plug_in(ElectricVehicle(phases=1))
    await asyncio.sleep(1)
    pilots = [each for each in events if isinstance(each, PilotChanged)]
    assert PilotChanged(1, PilotState.B) in pilots
    assert PilotChanged(2, PilotState.B) in pilots
    await hardware.station.stop()


def test_evses_of_one_kind_are_one_charger() -> None:
    board = {"backend": "board", "port": "/dev/ttyAMA0"}
    assert isinstance(build_hardware(described()).station, SimulatedStation)
    assert isinstance(build_hardware(described(board)).station, OpenEvseStation)
    three = build_hardware(described(*[{"backend": "simulated"}] * 3))
    assert len(three.station.evses) == 3
    other = {"backend": "simulated", "phases": 1}
    mixed = build_hardware(described({"backend": "simulated"}, other, {"backend": "simulated"}))
    assert [evse.phases for evse in mixed.station.evses] == [3, 1, 3]
    assert {n: mixed.station.evses[n - 1] for n in (1, 2, 3)} == dict(mixed.simulated)


def test_simulated_meters_have_a_memory_each_kind(tmp_path: Path) -> None:
    other = {"backend": "simulated", "phases": 1}
    memory = tmp_path / "meters"
    memory.write_text("[]", "utf-8")
    with pytest.raises(OSError, match="meters is "):
        build_hardware(described(), memory=memory)
    build_hardware(described({"backend": "simulated"}, other), memory=memory)


def test_meters_and_readers() -> None:
    configuration = described(
        {"backend": "simulated"},
        {"backend": "simulated"},
        meter=[
            {"evse": 1, "map": "eastron-sdm630", "port": "/dev/ttyUSB0", "unit": 1},
            {"evse": 2, "map": "eastron-sdm230", "port": "/dev/ttyUSB0", "unit": 2},
            {"map": "iskra-wm3m4c", "port": "[::1]:1502", "unit": 33, "public_key": KEY},
        ],
        reader=[
            {"kind": "pn532", "port": "/dev/ttyS1"},
            {"kind": "pcsc", "name": "ACR", "evse": 2},
            {"kind": "line", "port": "/dev/ttyS2", "form": "decimal"},
            {"kind": "keyboard", "device": "/dev/input/event0", "token": "KeyCode"},
        ],
    )
    hardware = build_hardware(configuration)
    assert isinstance(hardware.station, Mixture)
    assert hardware.readers == ["/dev/ttyS1", "ACR", "/dev/ttyS2", "/dev/input/event0"]
    meters = make_meters(configuration)
    assert meters[1].bus is meters[2].bus, "one line"
    assert isinstance(meters[None], Wm3m4c)
    assert meters[None].bus.name == "[::1]:1502"
    locations = {each.location for each in meters[None].measures}
    assert locations == {Location.INLET}
    assert hardware.station.main_meter is not None


@virtual_time
async def test_a_station_has_what_the_file_says(tmp_path: Path) -> None:
    configuration = described(
        variables={
            "TxCtrlr": {"EVConnectionTimeOut": 30},
            "SampledDataCtrlr.TxUpdatedMeasurands": ["Energy.Active.Import.Register"],
        },
        store={"outbox_capacity": 500},
        security={"certificates": tmp_path / "certificates"},
    )
    store = Store(":memory:")
    station = build_station(configuration, build_hardware(configuration).station, store)
    assert station.identity == "CS-1"
    assert station.device_model[TxCtrlr.EVConnectionTimeOut] == 30
    updated = station.device_model[SampledDataCtrlr.TxUpdatedMeasurands]
    assert updated == ("Energy.Active.Import.Register",)
    assert (tmp_path / "certificates").is_dir()
    store.close()


def test_a_station_that_can_not_be(tmp_path: Path) -> None:
    for more in (
        {"variables": {"TxCtrlr.EVConnectionTimeOut": "x"}},
        {"csms": {"url": "wss://csms.example", "password_file": tmp_path / "none"}},
        {"csms": {"url": "wss://csms.example", "ca_file": tmp_path / "none"}},
    ):
        configuration = described(**more)
        store = Store(":memory:")
        with pytest.raises(ConfigurationError):
            build_station(configuration, build_hardware(configuration).station, store)
        store.close()


def test_files_have_their_folder_and_limits(tmp_path: Path) -> None:
    said = {"folder": tmp_path / "files", "largest_mib": 3, "bytes_per_second": 9}
    configuration = described(files={**said, "first_use": True})
    with Store(":memory:") as store:
        station = build_station(configuration, build_hardware(configuration).station, store)
    files = station._brought[FileFolder]
    assert files.path.is_dir()
    assert files.limits == TransferLimits(largest=3 * 1024 * 1024, bytes_per_second=9)
    assert "SFTP" in station.device_model[OCPPCommCtrlr.FileTransferProtocols]


@pytest.mark.parametrize(
    ("module", "extra"),
    [
        ("gpiozero", "gpio"),
        ("pymodbus", "modbus"),
        ("serial", "modbus"),
        ("smartcard", "readers"),
        ("evdev", "readers"),
        ("aioftp", "transfer"),
        ("asyncssh", "transfer"),
        ("httpx", "transfer"),
    ],
)
def test_what_is_not_installed_is_told(
    module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = configured(
        tmp_path,
        files={"folder": "files"},
        meter=[{"map": "eastron-sdm630", "port": "/dev/ttyUSB0"}],
        reader=[{"kind": "pcsc"}, {"kind": "keyboard", "device": "/dev/input/event0"}],
    )
    looked = "pilotwire.configuration.station.find_spec"
    monkeypatch.setattr(looked, lambda name: None if name == module else name)
    [line] = missing_extras(configuration)
    assert line == f"the extra {extra!r} is missing: pip install 'pilotwire[{extra}]'"
    assert list(missing_extras(described())) == []


COMMANDS: dict[str, Any] = {
    "backend": "command",
    "file": "updater.json",
    "version": ["cat", "/etc/version"],
    "slot": ["cat", "/proc/cmdline"],
    "install": ["rauc", "install", "{file}"],
    "reboot": ["systemctl", "reboot"],
    "unsigned": True,
}


def test_an_updater_of_commands(tmp_path: Path) -> None:
    configuration = described(files={"folder": tmp_path / "files"}, updater=COMMANDS)
    hardware = build_hardware(configuration).station
    assert isinstance(hardware, Mixture)
    assert isinstance(hardware.updater, CommandUpdater)
    assert hardware.updater.reboots
    built = build_station(configuration, hardware, Store(":memory:"))
    name = ChargingStationVariables.AllowNewSessionsPendingFirmwareUpdate
    assert built.device_model[name] is False


def test_its_file_is_placed(tmp_path: Path) -> None:
    data = {
        "station": {"identity": "CS-1", "vendor": "Example", "model": "One"},
        "csms": {"url": "wss://csms.example"},
        "evse": [{"backend": "simulated"}],
        "files": {"folder": "files"},
        "updater": COMMANDS,
    }
    configuration = Configuration.model_validate(data, context={"folder": tmp_path})
    assert configuration.updater is not None
    assert configuration.updater.model_dump()["file"] == tmp_path / "updater.json"


@virtual_time
@pytest.mark.parametrize("others", [0, 1, 2], ids=["alone", "joined", "with a reader"])
async def test_a_simulated_updater(tmp_path: Path, others: int) -> None:
    more: dict[str, Any] = {"files": {"folder": tmp_path}}
    evses = [{"backend": "simulated"}]
    if others == 1:
        evses.append({"backend": "board", "port": "/dev/ttyS98"})
    elif others == 2:
        more["reader"] = [{"kind": "line", "port": "/dev/ttyS99"}]
    updater = {"backend": "simulated", "version": "7.1", "unsigned": True}
    configuration = described(*evses, updater=updater, **more)
    station: Any = build_hardware(configuration).station
    assert station.updater.version == "7.1"
    image = tmp_path / "image"
    image.write_bytes(SimulatedUpdater.image("7.2"))
    await station.updater.install(image, lambda _: None)
    await station.updater.activate()
    if others == 0:
        await station.start(lambda _: None)
        await station.reboot()
        assert station.updater.version == "7.2"
        await station.stop()
