"""What must fit together in a configuration whose parts are each as they should be."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import ValidationError

from pilotwire.charging_station import Network
from pilotwire.configuration.addresses import tcp_address
from pilotwire.configuration.lines import Place
from pilotwire.configuration.variables import variable
from pilotwire.connection.client import WebSocketConnector
from pilotwire.errors import BadUrl, Unsecured
from pilotwire.hal.gpio.config import GpioConfig

if TYPE_CHECKING:
    from pilotwire.configuration.model import Configuration

__all__ = ["gpio_of", "problems"]

_ANY_PASSWORD: Final = "any"  # noqa: S105 -- the real one is in a file, which is not read here
_SIGNING_MAP: Final = "iskra-wm3m4c"

Problem: TypeAlias = tuple[Place, str]
"""Where it is in the file, and what is wrong with it."""


def problems(configuration: "Configuration") -> Iterator[Problem]:
    """All that does not fit."""
    for each in (_security, _csms, _variables, _pins, _evses_of_parts, _meters, _ports, _updater):
        yield from each(configuration)


def gpio_of(configuration: "Configuration") -> tuple[GpioConfig, tuple[int, ...]] | None:
    """What is on pins, and which EVSEs these are; None if nothing is.

    Raises:
        ValidationError: a pin is used twice.
    """
    numbers = tuple(
        number for number, evse in enumerate(configuration.evse, 1) if evse.backend == "gpio"
    )
    if not numbers:
        return None
    common = {} if configuration.gpio is None else dict(configuration.gpio)
    evses = tuple(
        each.model_copy(update={"name": each.name or f"EVSE {number}"})
        for number, each in enumerate(configuration.evse, 1)
        if each.backend == "gpio"
    )
    return GpioConfig.model_validate({**common, "evses": evses}), numbers


def _csms(configuration: "Configuration") -> Iterator[Problem]:
    csms, identity = configuration.csms, configuration.station.identity
    password = None if csms.password_file is None else _ANY_PASSWORD
    try:
        Network(csms.url, csms.versions, password, csms.unsecured).endpoint(identity)
    except BadUrl as error:
        yield ("csms", "url"), str(error)
    except Unsecured as error:
        yield (
            ("csms",),
            f"{error}: begin the URL with wss://, name a password file, or allow it by unsecured",
        )
    except ValueError as error:  # the versions and the password are as they should be
        yield ("station", "identity"), str(error)
    try:
        WebSocketConnector(proxy=csms.proxy)
    except ValueError as error:
        yield ("csms", "proxy"), str(error)
    if csms.ca_file is not None and not csms.url.lower().startswith("wss:"):
        yield ("csms", "ca_file"), "is for a URL that begins with wss://; leave it out"


def _security(configuration: "Configuration") -> Iterator[Problem]:
    security = configuration.security
    if security.certificates is not None and configuration.csms.ca_file is not None:
        yield (
            ("csms", "ca_file"),
            (
                "does not go with a folder of certificates: leave it out, and have the folder "
                "trust them with `pilotwire cert import`"
            ),
        )
    if security.one_csms_root and security.certificates is None:
        yield ("security", "one_csms_root"), "needs a folder of certificates"


def _variables(configuration: "Configuration") -> Iterator[Problem]:
    for name in configuration.variables:
        try:
            variable(name)
        except ValueError as error:
            yield ("variables", name), str(error)


def _pins(configuration: "Configuration") -> Iterator[Problem]:
    try:
        on_pins = gpio_of(configuration)
    except ValidationError as error:
        numbers = [n for n, each in enumerate(configuration.evse, 1) if each.backend == "gpio"]
        for each in error.errors(include_url=False):
            text = each["msg"].removeprefix("Value error, ")
            for inner, number in reversed(list(enumerate(numbers, 1))):
                text = text.replace(f"evses[{inner}].", f"evse[{number}].")
            yield ("gpio",), text
        return
    if on_pins is None and configuration.gpio is not None:
        yield ("gpio",), 'there is no [[evse]] with backend = "gpio"; leave it out'


def _evses_of_parts(configuration: "Configuration") -> Iterator[Problem]:
    many = len(configuration.evse)
    parts = {"meter": configuration.meter, "reader": configuration.reader}
    for table, all_ in parts.items():
        for number, part in enumerate(all_):
            if part.evse is not None and part.evse > many:
                yield (
                    (table, number, "evse"),
                    f"there is no EVSE {part.evse}: there are 1 to {many}",
                )


def _meters(configuration: "Configuration") -> Iterator[Problem]:
    of = Counter(meter.evse for meter in configuration.meter)
    seen: set[int | None] = set()
    for number, meter in enumerate(configuration.meter):
        if meter.evse in seen:
            whose = "the station" if meter.evse is None else f"EVSE {meter.evse}"
            yield ("meter", number), f"{whose} has a meter already"
        seen.add(meter.evse)
        if meter.public_key is not None and meter.map != _SIGNING_MAP:
            yield ("meter", number, "public_key"), f'is for map = "{_SIGNING_MAP}"; leave it out'
        if meter.public_key is not None and meter.reversed:
            yield ("meter", number, "reversed"), "a meter that signs can't be reversed"
    for number, evse in enumerate(configuration.evse, 1):
        if evse.backend != "gpio":
            continue
        if evse.meter is None and not of[number]:
            yield (
                ("evse", number - 1),
                f"it has no meter: add [evse.meter], or a [[meter]] with evse = {number}",
            )
        elif evse.meter is not None and of[number]:
            yield ("evse", number - 1, "meter"), "there is a [[meter]] for it, too; leave one out"


def _ports(configuration: "Configuration") -> Iterator[Problem]:
    """Who talks on which line: boards and readers have one each, meters may share."""
    owners: dict[str, str] = {}

    def taken(place: Place, port: str, who: str) -> Iterator[Problem]:
        if port in owners:
            yield place, f"{port} is that of {owners[port]}"
        owners.setdefault(port, who)

    for number, evse in enumerate(configuration.evse):
        if evse.backend == "board":
            yield from taken(("evse", number, "port"), evse.port, f"evse[{number + 1}]")
    for number, reader in enumerate(configuration.reader):
        match reader.kind:
            case "pn532" | "line":
                place: Place = ("reader", number, "port")
                yield from taken(place, reader.port, f"reader[{number + 1}]")
            case "keyboard":
                place = ("reader", number, "device")
                yield from taken(place, reader.device, f"reader[{number + 1}]")
            case "pcsc":
                pass
    yield from _buses(configuration, owners)


def _updater(configuration: "Configuration") -> Iterator[Problem]:
    updater = configuration.updater
    if updater is None:
        return
    if configuration.files.folder is None:
        yield ("updater",), "firmware comes as a file: name a folder in [files]"
    if configuration.security.certificates is None and not updater.unsigned:
        yield (
            ("updater",),
            (
                "whoever signs firmware is among the certificates: name a folder in [security], "
                "or allow firmware that is not signed by unsigned"
            ),
        )
    simulated = any(evse.backend == "simulated" for evse in configuration.evse)
    if updater.backend == "simulated" and not simulated:
        yield ("updater", "backend"), 'there is no [[evse]] with backend = "simulated"'


def _buses(configuration: "Configuration", owners: Mapping[str, str]) -> Iterator[Problem]:
    units: dict[tuple[str, int], int] = {}
    first: dict[str, int] = {}
    for number, meter in enumerate(configuration.meter):
        if meter.port in owners:
            yield ("meter", number, "port"), f"{meter.port} is that of {owners[meter.port]}"
        other = units.setdefault((meter.port, meter.unit), number)
        if other != number:
            yield (
                ("meter", number, "unit"),
                f"unit {meter.unit} of {meter.port} is meter[{other + 1}]",
            )
        line = (meter.baud_rate, meter.parity, meter.stop_bits, meter.local_echo)
        if not meter.serial:
            if line != (None, None, None, False):
                yield (
                    ("meter", number),
                    f"{meter.port} is no serial port: it has no speed, parity, stop bits or echo",
                )
            try:
                tcp_address(meter.port)
            except ValueError as error:
                yield ("meter", number, "port"), str(error)
            continue
        before = configuration.meter[first.setdefault(meter.port, number)]
        if line != (before.baud_rate, before.parity, before.stop_bits, before.local_echo):
            yield (
                ("meter", number),
                (
                    f"meter[{first[meter.port] + 1}] is on {meter.port}, too: give both the same "
                    "baud_rate, parity, stop_bits and local_echo"
                ),
            )
