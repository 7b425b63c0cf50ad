"""NetworkConfiguration: the slots of network profiles as variables (2.1 B09, with the errata)."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from pilotwire.charging_station import ChargingStation
from pilotwire.hal.simulated import SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.station.provisioning.network_profiles import NetworkProfile
from pilotwire.store import Store, StoreUnwritableError
from tests.conformance.test_network_profiles import OTHER, THIRD, restart, tried
from tests.conformance.test_tls import URL, own
from tests.support.device_model import (
    Address,
    Base,
    address,
    base,
    component,
    get,
    set_,
    told,
    value_of,
    variable,
)
from tests.support.networks import PRIORITY, fill, order
from tests.support.scene import Scene, scene
from tests.support.virtual_time import virtual_time

PASSWORD = "0123456789abcdef"
STATION_S = "the-station-s-password"
SLOTS = ("1", "2", "3")
PLAIN = {
    "OcppCsmsUrl",
    "OcppInterface",
    "OcppTransport",
    "OcppVersion",
    "MessageTimeout",
    "SecurityProfile",
    "Identity",
}
APN = {
    "Apn",
    "ApnUserName",
    "ApnPassword",
    "SimPin",
    "PreferredNetwork",
    "UseOnlyPreferredNetwork",
    "ApnAuthentication",
}
VPN = {"VpnType", "VpnServer", "VpnUser", "VpnGroup", "VpnPassword", "VpnKey"}
SECRET = {"BasicAuthPassword", "ApnPassword", "SimPin", "VpnPassword", "VpnKey"}


def joining(wanted: list[NetworkProfile]) -> Any:
    """An application that joins an APN and a VPN."""

    def prepare(station: ChargingStation[SimulatedStation]) -> None:
        @station.on_network
        async def bring_up(profile: NetworkProfile) -> None:
            wanted.append(profile)

    return prepare


def at(slot: str, name: str) -> Address:
    return component("NetworkConfiguration", instance=slot), variable(name)


async def put(s: Scene, slot: str, **values: str) -> list[tuple[str, str | None]]:
    """Set variables of a slot in one request: statuses and reasons."""
    wishes = [(at(slot, name), value) for name, value in values.items()]
    results = await set_(s, *wishes)
    return [
        (each.attribute_status, info.reason_code if (info := each.attribute_status_info) else None)
        for each in results
    ]


async def shown(s: Scene, slot: str, *names: str) -> list[str | None]:
    return [await value_of(s, at(slot, name)) for name in names]


async def ordered(s: Scene, *slots: str) -> tuple[str, str | None, str | None]:
    """Set the priority: status, reason, and what is said of it."""
    (result,) = await set_(s, (PRIORITY, ",".join(slots)))
    info = result.attribute_status_info
    if info is None:
        return result.attribute_status, None, None
    return result.attribute_status, info.reason_code, info.additional_info


@asynccontextmanager
async def station(**more: Any) -> AsyncGenerator[Scene]:
    fields: dict[str, Any] = {"password": STATION_S, **more}
    async with scene("2.1", **fields) as s:
        yield s


ACCEPTED = ("Accepted", None)


async def reported(s: Scene) -> dict[tuple[str | None, str], v21.VariableAttributeType]:
    return {
        (data.component.instance, data.variable.name): data.variable_attribute[0]
        for data in await told(s, base(Base.FULL_INVENTORY))
        if data.component.name == "NetworkConfiguration"
    }


@virtual_time
async def test_a_base_report_has_all_slots() -> None:
    """B09.FR.08, B09.FR.10, B09.FR.13: writeable, but for an APN and a VPN that nobody joins."""
    async with station() as s:
        await fill(s, 2, OTHER, 1, basicAuthPassword=PASSWORD)
        found = await reported(s)
        names = {*PLAIN, "BasicAuthPassword", "ApnEnabled", "VpnEnabled"}
        assert set(found) == {(slot, name) for slot in SLOTS for name in names}
        for (_, name), attribute in found.items():
            assert attribute.persistent
            if name in {"ApnEnabled", "VpnEnabled"}:
                assert (attribute.value, attribute.mutability) == ("false", "ReadOnly")
            elif name == "BasicAuthPassword":
                assert (attribute.value, attribute.mutability) == (None, "WriteOnly")
            else:
                assert attribute.mutability == "ReadWrite"
        for name in ("ApnEnabled", "VpnEnabled"):
            assert await put(s, "3", **{name: "true"}) == [("Rejected", "ReadOnly")]


@virtual_time
async def test_where_an_apn_can_be_joined_all_of_it_is_there() -> None:
    """B09.FR.08, B09.FR.10."""
    async with station(prepare=joining([])) as s:
        found = await reported(s)
        names = {*PLAIN, *APN, *VPN, "BasicAuthPassword", "ApnEnabled", "VpnEnabled"}
        assert set(found) == {(slot, name) for slot in SLOTS for name in names}
        assert {name for (_, name), one in found.items() if one.mutability == "WriteOnly"} == SECRET
        assert not [one for one in found.values() if one.mutability == "ReadOnly"]


@virtual_time
async def test_the_application_s_slot_tells_what_it_says() -> None:
    async with station() as s:
        assert await shown(s, "1", "OcppCsmsUrl", "SecurityProfile", "MessageTimeout") == [
            "ws://csms.example/ocpp",
            "1",
            "30",
        ]
        empty = "OcppCsmsUrl", "SecurityProfile", "Identity", "OcppVersion", "VpnEnabled"
        assert await shown(s, "2", *empty) == ["", "", "", "", "false"]


@virtual_time
async def test_what_set_network_profile_says_is_in_the_variables() -> None:
    """B09.FR.09, B09.FR.12, and B09.FR.11 once the next one says nothing of them."""
    apn = {
        "apn": "internet",
        "apnUserName": "me",
        "apnPassword": "secret-of-the-apn",
        "simPin": 1234,
        "preferredNetwork": "26201",
        "useOnlyPreferredNetwork": True,
        "apnAuthentication": "CHAP",
    }
    vpn = {
        "server": "vpn.example",
        "user": "you",
        "group": "them",
        "password": "secret-of-the-vpn",
        "key": "shared",
        "type": "IKEv2",
    }
    async with station(prepare=joining([])) as s:
        more = {"identity": "CS-9", "basicAuthPassword": PASSWORD, "ocppInterface": "Wireless1"}
        assert await fill(s, 2, OTHER, 1, apn=apn, vpn=vpn, **more) == ACCEPTED
        plain = "OcppCsmsUrl", "SecurityProfile", "MessageTimeout", "Identity", "OcppInterface"
        assert await shown(s, "2", *plain) == [OTHER, "1", "20", "CS-9", "Wireless1"]
        assert await shown(s, "2", "OcppVersion", "OcppTransport") == ["OCPP20", "JSON"]
        assert await shown(s, "2", "ApnEnabled", "Apn", "ApnUserName", "PreferredNetwork") == [
            "true",
            "internet",
            "me",
            "26201",
        ]
        assert await shown(s, "2", "UseOnlyPreferredNetwork", "ApnAuthentication") == [
            "true",
            "CHAP",
        ]
        assert await shown(s, "2", "VpnEnabled", "VpnServer", "VpnUser", "VpnGroup", "VpnType") == [
            "true",
            "vpn.example",
            "you",
            "them",
            "IKEv2",
        ]
        for name in sorted(SECRET):
            (result,) = await get(s, at("2", name))
            assert (result.attribute_status, result.attribute_value) == ("Rejected", None)
        assert await fill(s, 2, OTHER, 1) == ACCEPTED
        assert await shown(s, "2", "ApnEnabled", "VpnEnabled", "Apn", "VpnServer", "Identity") == [
            "false",
            "false",
            "",
            "",
            "",
        ]


@virtual_time
async def test_a_slot_is_set_variable_by_variable(caplog: pytest.LogCaptureFixture) -> None:
    """B09.FR.23, B09.FR.24, B09.FR.33, A01.FR.11, A01.FR.12; it outlasts a power cut."""
    caplog.set_level(logging.DEBUG)
    store = Store(":memory:")
    async with station(store=store) as s:
        assert await put(s, "2", OcppCsmsUrl=THIRD, MessageTimeout="7") == [ACCEPTED] * 2
        assert await put(s, "2", OcppCsmsUrl=OTHER, OcppInterface="Wired1") == [ACCEPTED] * 2
        assert await put(s, "2", Identity="CS-9", BasicAuthPassword=PASSWORD) == [ACCEPTED] * 2
        assert await put(s, "2", OcppTransport="JSON", OcppVersion="OCPP21") == [ACCEPTED] * 2
        assert await put(s, "2", SecurityProfile="1") == [ACCEPTED]
        assert await shown(s, "2", "OcppCsmsUrl", "MessageTimeout", "OcppInterface") == [
            OTHER,
            "7",
            "Wired1",
        ]
        assert await shown(s, "2", "Identity", "OcppVersion", "SecurityProfile") == [
            "CS-9",
            "OCPP21",
            "1",
        ]
        assert "ReconfigurationOfSecurityParameters: NetworkConfiguration" in caplog.text
        assert PASSWORD not in caplog.text
        assert await ordered(s, "2", "1") == ("Accepted", None, None)
    async with station(store=store) as s:
        attempt = s.network.attempts[0]
        assert (attempt.url, attempt.identity, attempt.password) == (OTHER, "CS-9", PASSWORD)
        assert await shown(s, "2", "OcppCsmsUrl", "MessageTimeout") == [OTHER, "7"]


@virtual_time
async def test_without_an_identity_and_a_password_the_station_s_count() -> None:
    """B09.FR.26 as of the errata: an empty text is what is not set."""
    async with station() as s:
        assert await put(s, "2", OcppCsmsUrl=OTHER, Identity="CS-9") == [ACCEPTED] * 2
        assert await put(s, "2", Identity="") == [ACCEPTED]
        await order(s, "2", "1")
        await restart(s)
        attempt = s.network.attempts[-1]
        assert (attempt.url, attempt.identity, attempt.password) == (OTHER, "CS-0042", STATION_S)


@virtual_time
async def test_a_slot_in_use_is_not_changed_piece_by_piece() -> None:
    """B09.FR.22, B09.FR.20: one that is taken out of the priority is."""
    async with station() as s:
        await fill(s, 2, OTHER, 1)
        await order(s, "1", "2")
        for slot in ("1", "2"):
            refused = await put(s, slot, OcppCsmsUrl=THIRD, MessageTimeout="9")
            assert refused == [("Rejected", "ActiveNetworkConf")] * 2
        assert await shown(s, "2", "OcppCsmsUrl") == [OTHER]
        assert await ordered(s, "1") == ("Accepted", None, None)
        assert await put(s, "2", OcppCsmsUrl=THIRD) == [ACCEPTED]
        await order(s, "2")
        assert await put(s, "1", MessageTimeout="9") == [ACCEPTED]
        assert await shown(s, "1", "OcppCsmsUrl", "MessageTimeout") == [
            "ws://csms.example/ocpp",
            "9",
        ]


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("OcppCsmsUrl", "", "InvalidNetworkConf"),
        ("OcppCsmsUrl", "http://other.example", "InvalidNetworkConf"),
        ("OcppCsmsUrl", "ws://user:secret@other.example", "InvalidNetworkConf"),
        ("OcppInterface", "Wired9", "InvalidValue"),
        ("OcppTransport", "SOAP", "InvalidValue"),
        ("OcppVersion", "OCPP99", "InvalidValue"),
        ("MessageTimeout", "0", "ValueTooLow"),
        ("MessageTimeout", "x", "InvalidValue"),
        ("SecurityProfile", "4", "ValueTooHigh"),
        ("SecurityProfile", "-1", "ValueTooLow"),
        ("SecurityProfile", "3", "InvalidNetworkConf"),  # no certificates are kept
        ("Identity", "CS:9", "InvalidNetworkConf"),
        ("Identity", "x" * 49, "InvalidValue"),
        ("BasicAuthPassword", "short", "InvalidValue"),
        ("BasicAuthPassword", "with a line\nbreak in it", "InvalidValue"),
        ("SimPin", "12a4", "InvalidValue"),
        ("SimPin", "", "InvalidValue"),
        ("ApnAuthentication", "NEVER", "InvalidValue"),
        ("PreferredNetwork", "1234567", "InvalidValue"),
        ("VpnType", "SSH", "InvalidValue"),
        ("Nonsense", "1", "NotFound"),
    ],
)
@virtual_time
async def test_what_can_not_be_a_value_is_refused(name: str, value: str, reason: str) -> None:
    """B09.FR.23, B09.FR.25."""
    async with station(prepare=joining([])) as s:
        ((status, why),) = await put(s, "2", **{name: value})
        assert status in {"Rejected", "UnknownVariable"}
        assert why == reason
        assert await put(s, "4", OcppCsmsUrl=OTHER) == [("UnknownComponent", "NotFound")]
        assert await shown(s, "2", "OcppCsmsUrl") == [""]


@virtual_time
async def test_a_lower_security_profile_is_refused(tmp_path: Path) -> None:
    """B09.FR.35, B09.FR.32, A00.FR.005: also where 3 may become 2."""
    lower = [("Rejected", "NoSecurityDowngrade")]
    async with station() as s:
        assert await put(s, "2", SecurityProfile="0") == lower
    more = {"url": URL, "password": None, "certificates": own(tmp_path)}
    async with station(**more) as s:
        assert await value_of(s, address("SecurityCtrlr.SecurityProfile")) == "3"
        assert await put(s, "2", SecurityProfile="2") == lower
        allowed = address("SecurityCtrlr.AllowSecurityProfileDowngrade"), "true"
        (result,) = await set_(s, allowed)
        assert result.attribute_status == "Accepted"
        assert await put(s, "2", SecurityProfile="2") == [ACCEPTED]
        assert await put(s, "2", SecurityProfile="1") == lower
        assert await put(s, "2", SecurityProfile="0") == lower


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"MessageTimeout": "9"}, "CSMS URL"),
        ({"OcppCsmsUrl": "wss://other.example"}, "ws://"),
        ({"OcppCsmsUrl": OTHER, "SecurityProfile": "2"}, "wss://"),
        ({"OcppCsmsUrl": OTHER, "ApnEnabled": "true"}, "apn.apn"),
        (
            {"OcppCsmsUrl": OTHER, "ApnEnabled": "true", "Apn": "internet"},
            "apn.apnAuthentication not set",
        ),
        ({"OcppCsmsUrl": OTHER, "VpnEnabled": "true", "VpnServer": "vpn.example"}, "vpn.user"),
    ],
)
@virtual_time
async def test_a_slot_that_does_not_go_together_is_not_used(
    values: dict[str, str], said: str
) -> None:
    """B09.FR.34; what is wrong is said."""
    async with station(prepare=joining([])) as s:
        assert await put(s, "2", **values) == [ACCEPTED] * len(values)
        status, reason, text = await ordered(s, "2", "1")
        assert (status, reason) == ("Rejected", "InvalidNetworkConf")
        assert said in (text or "")
        assert await value_of(s, PRIORITY) == "1"


@virtual_time
async def test_an_apn_is_joined_once_it_is_enabled() -> None:
    """B09.FR.29, B09.FR.30: till then what is set of it has no meaning, and is kept."""
    wanted: list[NetworkProfile] = []
    async with station(prepare=joining(wanted)) as s:
        apn = {"Apn": "internet", "ApnAuthentication": "AUTO", "SimPin": "1234"}
        assert await put(s, "2", OcppCsmsUrl=OTHER, **apn) == [ACCEPTED] * 4
        assert await shown(s, "2", "ApnEnabled", "Apn") == ["false", "internet"]
        await order(s, "2", "1")
        await restart(s)
        (first,) = wanted
        assert first.apn is None
        await order(s, "1")
        assert await put(s, "2", ApnEnabled="true", UseOnlyPreferredNetwork="true") == [
            ACCEPTED,
            ACCEPTED,
        ]
        await order(s, "2")
        await restart(s)
        assert s.network.attempts[-1].url == OTHER
        expected = {
            "apn": "internet",
            "apnAuthentication": "AUTO",
            "simPin": 1234,
            "useOnlyPreferredNetwork": True,
        }
        assert wanted[-1].apn == expected
        await order(s, "1")
        await put(s, "2", ApnEnabled="false")
        assert await shown(s, "2", "ApnEnabled", "Apn") == ["false", "internet"]
        await put(s, "2", ApnEnabled="true", Apn="other")
        await order(s, "2")
        await restart(s)
        assert wanted[-1].apn == {**expected, "apn": "other"}


@virtual_time
async def test_one_request_may_do_all_of_it() -> None:
    """In the order of the request: out of the priority, changed, and back; but never half."""
    async with station() as s:
        await fill(s, 2, OTHER, 1)
        await order(s, "1", "2")
        results = await set_(s, (PRIORITY, "1"), (at("2", "OcppCsmsUrl"), THIRD), (PRIORITY, "2,1"))
        assert [each.attribute_status for each in results] == ["Accepted"] * 3
        assert await shown(s, "2", "OcppCsmsUrl") == [THIRD]
        assert await value_of(s, PRIORITY) == "2,1"
        results = await set_(
            s,
            (PRIORITY, "1"),
            (at("2", "OcppCsmsUrl"), "wss://other.example"),  # which is no profile 1
            (PRIORITY, "2,1"),
            (at("2", "MessageTimeout"), "9"),
        )
        statuses = [each.attribute_status for each in results]
        assert statuses == ["Accepted", "Accepted", "Rejected", "Accepted"]
        assert await value_of(s, PRIORITY) == "1"
        await put(s, "2", OcppCsmsUrl=OTHER)
        results = await set_(s, (PRIORITY, "2,1"), (at("2", "OcppCsmsUrl"), "ws://x.example"))
        assert [each.attribute_status for each in results] == ["Accepted", "Rejected"]
        assert await shown(s, "2", "OcppCsmsUrl") == [OTHER]


@virtual_time
async def test_what_can_not_be_kept_is_not_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """B09.FR.24: stored first; all that a request sets is kept, or nothing of it."""
    store = Store(":memory:")
    async with station(store=store) as s:
        await fill(s, 2, OTHER, 1)
        monkeypatch.setattr(store, "_commit", _full)
        results = await set_(
            s,
            (at("2", "OcppCsmsUrl"), THIRD),
            (address("OCPPCommCtrlr.OfflineThreshold"), "77"),
        )
        monkeypatch.undo()
        assert [each.attribute_status for each in results] == ["Rejected"] * 2
        assert await shown(s, "2", "OcppCsmsUrl") == [OTHER]
        since = len(s.network.attempts)
        await order(s, "2", "1")
        await restart(s)
        assert tried(s, since) == [OTHER]


def _full() -> None:
    raise StoreUnwritableError("the disk is full")
