"""From a configuration to the station that it describes, and what can be told before it runs."""

import ssl
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    Environment,
    FileFolder,
    Network,
    TransferLimits,
    UnknownVariableError,
)
from pilotwire.configuration.findings import ConfigurationError, Finding
from pilotwire.configuration.hardware import build_hardware
from pilotwire.configuration.lines import Place
from pilotwire.configuration.model import Configuration, Files
from pilotwire.configuration.variables import variable
from pilotwire.connection import TlsFiles
from pilotwire.connection.client import WebSocketConnector
from pilotwire.connection.tls import context_of
from pilotwire.hal.interfaces import StationHardware
from pilotwire.store import Store

__all__ = ["build_station", "connector", "missing_extras", "troubles"]

MIB = 1024 * 1024

_PASSWORD_AT_MOST = 10_000
"""Bytes of a file with one."""


def build_station(
    configuration: Configuration,
    hardware: StationHardware,
    store: Store,
    *,
    password: str | None = None,
    environment: Environment | None = None,
) -> ChargingStation[StationHardware]:
    """The station of a configuration, with hardware that `build_hardware` has made, or another.

    Args:
        configuration: What it is.
        hardware: Its hardware.
        store: Where everything is kept that must survive a power cut.
        password: For the CSMS; by default what is in `csms.password_file`.
        environment: By default that of this computer, with the proxy and the authorities of the
            configuration.

    Raises:
        ConfigurationError: a file that it names can't be used, or a variable.
        OSError: the folder of certificates or of files can't be used.
    """
    csms, security, own = configuration.csms, configuration.security, configuration.station
    updater = configuration.updater
    if password is None and csms.password_file is not None:
        password = _password(csms.password_file)
    network = Network(csms.url, csms.versions, password, csms.unsecured)
    certificates = (
        None
        if security.certificates is None
        else CertificateFolder(security.certificates, one_csms_root=security.one_csms_root)
    )
    if environment is None:
        environment = Environment(connector=connector(configuration))
    try:
        return ChargingStation(
            files=_files(configuration.files),
            identity=own.identity,
            vendor=own.vendor,
            model=own.model,
            serial_number=own.serial_number,
            firmware_version=own.firmware_version,
            csms=network,
            hardware=hardware,
            store=store,
            settings=configuration.settings,
            environment=environment,
            certificates=certificates,
            max_current_a=own.max_current_a,
            unsigned_firmware=updater is not None and updater.unsigned,
            downloads_while_charging=updater is None or updater.downloads_while_charging,
            outbox_capacity=configuration.store.outbox_capacity,
        )
    except (UnknownVariableError, ValueError) as error:
        raise ConfigurationError([Finding(str(error))]) from None


def _files(files: Files) -> FileFolder | None:
    if files.folder is None:
        return None
    return FileFolder(
        files.folder,
        limits=TransferLimits(
            largest=files.largest_mib * MIB,
            spare=files.spare_mib * MIB,
            bytes_per_second=files.bytes_per_second,
        ),
        known_hosts=files.known_hosts,
        first_use=files.first_use,
        ssh_key=files.ssh_key,
        system_roots=files.system_roots,
        log_bytes=files.log_mib * MIB,
    )


def connector(configuration: Configuration) -> WebSocketConnector:
    """What opens connections as `csms` says.

    Raises:
        ConfigurationError: the file with the authorities can't be used.
    """
    csms = configuration.csms
    tls: ssl.SSLContext | None = None
    if csms.ca_file is not None:
        try:
            tls = context_of(TlsFiles((csms.ca_file,)))
        except ssl.SSLError:
            raise _wrong(f"the CA file {csms.ca_file} holds no certificate in PEM format") from None
        except UnicodeDecodeError:
            raise _wrong(f"the CA file {csms.ca_file} is no text") from None
        except OSError as error:
            raise _wrong(f"the CA file {csms.ca_file} cannot be read: {error.strerror}") from None
    return WebSocketConnector(tls=tls, proxy=csms.proxy)


def troubles(configuration: Configuration) -> Iterator[tuple[Place, str]]:
    """What is wrong with a configuration that was read, as far as it can be told without hardware:
    files that it names, and variables that the station does not have, or not with that value.
    """
    csms = configuration.csms
    if csms.password_file is not None and str(csms.password_file) != "-":
        try:
            Network(
                csms.url, csms.versions, _password(csms.password_file), csms.unsecured
            ).endpoint(configuration.station.identity)
        except ValueError as error:
            yield ("csms", "password_file"), str(error)
    try:
        connector(configuration)
    except ConfigurationError as error:
        yield ("csms", "ca_file"), str(error)
    try:
        hardware = build_hardware(configuration).station
    except ConfigurationError as error:
        for each in error.findings:
            yield each.place, each.text
        return
    yield from _variables(configuration, hardware)


def _elsewhere(files: Files, folder: Path) -> Files:
    """The same in another folder: some variables are there only where files can be moved."""
    return Files() if files.folder is None else Files(folder=folder / "files")


def _variables(
    configuration: Configuration, hardware: StationHardware
) -> Iterator[tuple[Place, str]]:
    """Asked of a station that is made for it, without the variables."""
    with TemporaryDirectory() as folder:
        security = configuration.security
        if security.certificates is not None:
            security = security.model_copy(update={"certificates": Path(folder)})
        # Whatever else is wrong has been told: it is not to be told of these once more.
        csms = configuration.csms.model_copy(update={"password_file": None, "unsecured": True})
        bare = configuration.model_copy(
            update={
                "variables": {},
                "security": security,
                "csms": csms,
                "files": _elsewhere(configuration.files, Path(folder)),
            }
        )
        store = Store(":memory:")
        try:
            model = build_station(bare, hardware, store, environment=Environment()).device_model
            for name, value in configuration.variables.items():
                spec = variable(name)
                try:
                    model.definition(spec).check(value)
                except (UnknownVariableError, ValueError) as error:
                    yield ("variables", name), str(error).removeprefix(f"{name}: ")
        except ConfigurationError as error:
            yield (), str(error)
        finally:
            store.close()


def missing_extras(configuration: Configuration) -> Iterator[str]:
    """What has to be installed before its hardware can be used, in a line each."""
    needs = {
        "gpio": (("gpiozero", any(evse.backend == "gpio" for evse in configuration.evse)),),
        "modbus": (
            ("pymodbus", bool(configuration.meter)),
            ("serial", any(meter.serial for meter in configuration.meter)),
        ),
        "transfer": tuple(
            (module, configuration.files.folder is not None)
            for module in ("aioftp", "asyncssh", "httpx")
        ),
        "readers": (
            ("smartcard", any(reader.kind == "pcsc" for reader in configuration.reader)),
            ("evdev", any(reader.kind == "keyboard" for reader in configuration.reader)),
        ),
    }
    for extra, modules in needs.items():
        if any(needed and find_spec(module) is None for module, needed in modules):
            yield f"the extra {extra!r} is missing: pip install 'pilotwire[{extra}]'"


def _password(path: Path) -> str:
    """All that is in the file but a newline at its end; nothing of it is in an exception."""
    try:
        with path.open("rb") as file:
            text = file.read(_PASSWORD_AT_MOST).decode()
    except OSError as error:
        raise _wrong(f"the password file {path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise _wrong(f"the password file {path} is not UTF-8 text") from None
    password = text.removesuffix("\n").removesuffix("\r")
    if not password:
        raise _wrong(f"the password file {path} is empty")
    return password


def _wrong(text: str) -> ConfigurationError:
    return ConfigurationError([Finding(text)])
