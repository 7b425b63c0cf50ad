"""What is wrong with a file is told with its line, its place, and what may stand there."""

from pathlib import Path

import pytest

from pilotwire.configuration import ConfigurationError, check, read

BASE = """\
[station]
identity = "CS-1"
vendor = "Example"
model = "One"

[csms]
url = "wss://csms.example/ocpp"

[[evse]]
backend = "simulated"
"""
GPIO = """
[[evse]]
backend = "gpio"
kind = "cType2"
contactor = { relay = { pin = 17 } }
pilot = { pwm = { pin = 18 }, high = { channel = 0 } }
meter = { input = { pin = 12 }, file = "count.json" }
"""
METER = """
[[meter]]
map = "eastron-sdm630"
port = "/dev/ttyUSB0"
"""


def found(folder: Path, text: str) -> list[str]:
    path = folder / "station.toml"
    path.write_text(text, "utf-8")
    return [str(each).removeprefix(f"{folder}/") for each in check(path)]


def test_a_file_that_is_as_it_should_be(tmp_path: Path) -> None:
    assert found(tmp_path, BASE + GPIO + METER) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("vendor", "vender", "3: station.vender: there is no such key; did you mean vendor?"),
        ('model = "One"', "", "1: station.model: is missing; add it"),
        ('"One"', '""', "4: station.model: String should have at least 1 character"),
        ('"One"', f'"{"x" * 21}"', "4: station.model: String should have at most 20 characters"),
        ("[csms]", "[cms]", "6: cms: there is no such key; did you mean csms?"),
        ("wss://", "http://", "7: csms.url: the CSMS URL must begin with ws:// or wss://"),
        ("wss://", "ws://", "6: csms: neither TLS nor a password secures the connection"),
        ('"CS-1"', '"CS:1"', "2: station.identity: the identity holds a colon"),
        ('"simulated"', '"simulate"', "10: evse[1].backend: should be 'simulated', 'gpio' or 'bo"),
        ('backend = "simulated"', "phases = 1", "9: evse[1]: 'backend' is missing; add it"),
    ],
)
def test_one_thing_is_wrong(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert f"station.toml:{says}" in "\n".join(found(tmp_path, BASE.replace(old, new)))


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("phases = 2", "11: evse[1].phases: should be 1 or 3"),
        ('phases = "three"', "11: evse[1].phases: should be 1 or 3"),
        ("max_current_a = 5", "11: evse[1].max_current_a: should be greater than or equal to 6"),
        ("phase = 1", "11: evse[1].phase: there is no such key; did you mean phases?"),
        ('kind = "cCCS2"', "9: evse[1]: phases is 1 or 3, and 1 for DC; it is 3 for cCCS2"),
        ("[store]\noutbox_capacity = true", "12: store.outbox_capacity: should be a valid integer"),
        ("[gpio]", "11: gpio: there is no [[evse]] with backend"),
        ("[security]\none_csms_root = true", "12: security.one_csms_root: needs a folder"),
        ("[variables]\nTxCtrlr.EVConnectionTimeout = 3", "12: variables.TxCtrlr.EVConnectionTimeo"),
        ("[variables]\nTxCtrlr.EVConnectionTimeout = 3", "did you mean TxCtrlr.EVConnectionTimeO"),
        (
            '[variables]\n"TxCtrlr.EVConnectionTimeOut" = "3"',
            "12: variables.TxCtrlr.EVConnectionTimeOut: ",
        ),
        ("[variables]\nTxCtrlr.EVConnectionTimeOut = -3", "12: variables.TxCtrlr.EVConnectionTime"),
        ("[variables]\na = { }\nb = 1979-05-27", "13: variables.b: a variable is a number, true"),
        ("[variables]\nTariffCostCtrlr.Currency = 'EUR'", "the station has no TariffCostCtrlr.Cur"),
        (GPIO.replace("17", "64"), "15: evse[2].contactor.relay.pin: should be less than or equal"),
        (GPIO.replace("channel", "chanel"), "16: evse[2].pilot.high.channel: is missing; add it"),
        (
            GPIO.replace("{ pin = 18 }", "{ chip = 0, pn = 1 }"),
            "16: evse[2].pilot.pwm.pn: there is",
        ),
        (GPIO.replace("{ pin = 18 }", "{ pin = 17 }"), "pin 17 is that of evse[2].contactor.relay"),
        (GPIO.replace("cType2", "sType2"), "12: evse[2]: lock: a socket has to hold its plug"),
        (GPIO.replace("meter =", "#"), "12: evse[2]: it has no meter: add [evse.meter], or a [[me"),
        (GPIO + METER + "evse = 2", "17: evse[2].meter: there is a [[meter]] for it, too"),
        (METER + "evse = 2", "15: meter[1].evse: there is no EVSE 2: there are 1 to 1"),
        (METER + "evse = 0", "15: meter[1].evse: should be greater than or equal to 1"),
        (METER + METER, "16: meter[2]: the station has a meter already"),
        (METER + METER + "evse = 1", "16: meter[2].unit: unit 1 of /dev/ttyUSB0 is meter[1]"),
        (METER + METER + "evse = 1\nunit = 2\nparity = 'even'", "16: meter[2]: meter[1] is on /d"),
        (METER.replace("630", "631"), "13: meter[1].map: there is no map 'eastron-sdm631'; there"),
        (METER.replace("eastron-sdm630", "x.toml"), "x.toml cannot be read: No such file"),
        (METER.replace("/dev/ttyUSB0", "a:b"), "14: meter[1].port: takes /dev/... or HOST[:PORT]"),
        (METER.replace("/dev/ttyUSB0", 'a:1"\nparity = "even'), "it has no speed, parity, stop b"),
        (METER + "public_key = '00'", "15: meter[1].public_key: is for map = "),
        (
            METER.replace("eastron-sdm630", "iskra-wm3m4c") + "public_key = '00'",
            "12: meter[1]: a public key is 128 hexadecimal digits",
        ),
        (
            "[[reader]]\nkind = 'pn53'\nport = 'x'",
            "12: reader[1].kind: should be 'pn532', 'pcsc', ",
        ),
        ("[[reader]]\nkind = 'line'", "11: reader[1].port: is missing; add it"),
        (
            METER + "[[reader]]\nkind = 'pn532'\nport = '/dev/ttyUSB0'",
            "14: meter[1].port: /dev/ttyUSB0 is that of reader[1]",
        ),
        ("[logging]\nlevel = 'loud'", "12: logging.level: should be 'debug', 'info', 'warning' or"),
        ("[csms]", "11"),
        ("x = [", "is no TOML"),
    ],
)
def test_something_more_is_wrong(more: str, says: str, tmp_path: Path) -> None:
    [line, *others] = found(tmp_path, f"{BASE}{more}")
    assert says in line
    assert line.startswith("station.toml:")
    assert not [each for each in others if "line" in each], "one thing is told once"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('password_file = "none"', "8: csms.password_file: the password file "),
        ('password_file = "empty"', "empty is empty"),
        ('password_file = "two"', "8: csms.password_file: the password holds a control character"),
        ('ca_file = "none"', "8: csms.ca_file: the CA file "),
        ('ca_file = "two"', "holds no certificate in PEM format"),
        ('proxy = "socks5://me:s3cret@x"', "8: csms.proxy: the proxy's URL must begin with http"),
        ("versions = []", "8: csms.versions: needs 1 at least"),
        ('versions = ["2.1", "1.5"]', "8: csms.versions[2]: should be '1.6', '2.0.1' or '2.1'"),
        ('unsecured = "yes"', "8: csms.unsecured: should be a valid boolean"),
    ],
)
def test_the_connection_is_wrong(more: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "two").write_text("s3cret\ns3cret\n", "utf-8")
    [line] = found(
        tmp_path, BASE.replace("[[evse]]", "[[evse]]", 1).replace('/ocpp"\n', f'/ocpp"\n{more}\n')
    )
    assert says in line
    assert "s3cret" not in line


def test_all_that_is_wrong_is_told_in_the_order_of_lines(tmp_path: Path) -> None:
    text = BASE.replace("vendor", "vender") + "phases = 2\n[[evse]]\nbackend = 'gpio'\nx = 1\n"
    lines = found(tmp_path, text)
    numbers = [int(line.split(":")[1]) for line in lines]
    assert numbers == sorted(numbers)
    assert len(lines) == 6, lines
    with pytest.raises(ConfigurationError, match=r"\(and 5 more\)") as raised:
        read(tmp_path / "station.toml")
    assert len(raised.value.findings) == 6


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"station\.toml: cannot be read: No such file"):
        read(tmp_path / "station.toml")
    (tmp_path / "station.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match="is not UTF-8 text"):
        read(tmp_path / "station.toml")


def test_what_it_says_can_not_drive_a_terminal(tmp_path: Path) -> None:
    [line] = found(tmp_path, BASE.replace("[csms]", '"\\u001b[31m" = 1\n[csms]'))
    assert "\x1b" not in line


UPDATER = """
[files]
folder = "files"

[security]
certificates = "certificates"

[updater]
backend = "command"
file = "updater.json"
version = ["cat", "/etc/version"]
slot = ["cat", "/proc/cmdline"]
install = ["rauc", "install", "{file}"]
activate = ["rauc", "status", "mark-active", "other"]
reboot = ["systemctl", "reboot"]
"""


def test_an_updater_that_is_as_it_should_be(tmp_path: Path) -> None:
    assert found(tmp_path, BASE + UPDATER) == []
    unsigned = UPDATER.replace('certificates = "certificates"', "").replace(
        "[updater]", "[updater]\nunsigned = true"
    )
    assert found(tmp_path, BASE + unsigned) == []
    simulated = UPDATER.partition("backend")[0] + 'backend = "simulated"\n'
    assert found(tmp_path, BASE + simulated) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'backend = "command"',
            'backend = "rauc"',
            "19: updater.backend: should be 'simul",
        ),
        ('"{file}"', '"file"', "23: updater.install: one of its words must hold {file}"),
        ('"other"', '"{file}"', "24: updater.activate: there is no file for it: leave {file} out"),
        (
            '["systemctl", "reboot"]',
            '"reboot"',
            "25: updater.reboot: it is a list of words",
        ),
        ('reboot = ["systemctl", "reboot"]', "", "18: updater: name the command that restarts the"),
        ("slot", "slots", "22: updater.slots: there is no such key; did you mean slot?"),
        ('folder = "files"', "", "18: updater: firmware comes as a file: name a folder in [files]"),
        (
            'certificates = "certificates"',
            "",
            "18: updater: whoever signs firmware is among the certificates: name",
        ),
    ],
)
def test_what_is_wrong_with_an_updater(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in UPDATER
    lines = found(tmp_path, BASE + UPDATER.replace(old, new))
    assert any(line.startswith(f"station.toml:{says}") for line in lines), lines


def test_a_simulated_updater_of_a_real_charger(tmp_path: Path) -> None:
    simulated = UPDATER.partition("backend")[0] + 'backend = "simulated"\n'
    real = BASE.partition("[[evse]]")[0] + '[[evse]]\nbackend = "board"\nport = "/dev/ttyS9"\n'
    [line] = found(tmp_path, real + simulated)
    assert line.endswith('updater.backend: there is no [[evse]] with backend = "simulated"')


def test_the_variable_of_an_updater(tmp_path: Path) -> None:
    variable = "[variables]\nChargingStation.AllowNewSessionsPendingFirmwareUpdate = true\n"
    assert found(tmp_path, BASE + UPDATER + variable) == []
    [line] = found(tmp_path, BASE + variable)
    assert "AllowNewSessionsPendingFirmwareUpdate" in line
