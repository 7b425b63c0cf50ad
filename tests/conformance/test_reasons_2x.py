"""Whatever is rejected in 2.x says why, with a reason that the appendices list (Part 2, 5)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import BaseModel

from pilotwire.charging_station import (
    CertificateFolder,
    ChargingStation,
    UnpublishFirmwareStatus,
)
from pilotwire.dialects.v2x.dialect import BLOCKS
from pilotwire.hal.interfaces import FaultCode
from pilotwire.hal.simulated import ElectricVehicle, SimulatedStation
from pilotwire.ocpp import v21
from pilotwire.ocpp.base import Request, Response
from pilotwire.ocpp.specs import PASSWORD, Mutability, Variable
from pilotwire.ocpp.v21.standard_values import ReasonCode
from pilotwire.ocpp.v201.standard_values import ReasonCode as ReasonCode201
from pilotwire.station.authorization import local_list
from pilotwire.station.device_model.standard import (
    DeviceDataCtrlr,
    LocalAuthListCtrlr,
    ReservationCtrlr,
)
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.store import Store, StoreError
from tests.support.authority import Authority
from tests.support.device_model import (
    OFFLINE_THRESHOLD,
    Address,
    Attribute,
    Base,
    address,
    base,
    component,
    get_report,
    variable,
)
from tests.support.editions import IN_2X
from tests.support.firmware import URL, Maker
from tests.support.local_list import listed, update_2x
from tests.support.networks import profile
from tests.support.reservation import reservation_2x
from tests.support.scene import TOKEN, Opponent, Scene, now, scene
from tests.support.sent_profiles import profile as sent_profile
from tests.support.sent_profiles import setting
from tests.support.tokens import Entry
from tests.support.virtual_time import virtual_time

SECRET = Variable(
    component="AccessBarrier",
    name="Secret",
    datatype=PASSWORD,
    mutability=Mutability.WRITE_ONLY,
)


class NoDesk:
    """Has no firmware, and is given none."""

    async def publish(self, path: Path, checksum: str) -> Sequence[str]:
        raise AssertionError(f"{path} is published as {checksum}")

    async def unpublish(self, checksum: str) -> UnpublishFirmwareStatus:
        del checksum
        return UnpublishFirmwareStatus.NO_FIRMWARE


DONE = {"Accepted", "Scheduled", "RebootRequired"}
"""What needs no reason."""


class Walk:
    """Asks a station for what it rejects, and takes down why, by request and status."""

    def __init__(self, version: str) -> None:
        self.reasons: dict[str, set[tuple[str, str]]] = {}
        self.listed = set(ReasonCode201 if version == "2.0.1" else ReasonCode)

    async def ask(self, s: Scene, request: Request[Any]) -> None:
        response: Response = await s.csms.call(request)
        found = list(_answers(response))
        assert found, f"{request.action} has no status"
        for status, info in found:
            if status in DONE:
                continue
            assert info is not None, f"{request.action}: {status} without a reason"
            assert info.reason_code in self.listed
            assert info.reason_code != "Unspecified" or info.additional_info
            told = self.reasons.setdefault(request.action, set())
            told.add((status, info.reason_code))


def _answers(model: BaseModel) -> Iterator[tuple[str, v21.StatusInfoType | None]]:
    """Each status in a response, with what is said of it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name.endswith("status_info"):
            yield str(getattr(model, name.removesuffix("_info"))), value
        parts = cast("Sequence[object]", value) if isinstance(value, (list, tuple)) else (value,)
        for part in parts:
            if isinstance(part, BaseModel):
                yield from _answers(part)


def get(place: Address, attribute: Attribute | None = None) -> v21.GetVariablesRequest:
    data = v21.GetVariableDataType(
        component=place[0], variable=place[1], attribute_type=attribute or Attribute.ACTUAL
    )
    return v21.GetVariablesRequest(get_variable_data=[data])


def set_to(
    place: Address, value: str, attribute: Attribute | None = None
) -> v21.SetVariablesRequest:
    data = v21.SetVariableDataType(
        component=place[0],
        variable=place[1],
        attribute_value=value,
        attribute_type=attribute or Attribute.ACTUAL,
    )
    return v21.SetVariablesRequest(set_variable_data=[data])


def start(evse_id: int | None = 1, token: str = TOKEN) -> v21.RequestStartTransactionRequest:
    return v21.RequestStartTransactionRequest(
        evse_id=evse_id,
        remote_start_id=1,
        id_token=v21.IdTokenType(id_token=token, type="ISO14443"),
    )


def stop(transaction_id: str = "unknown") -> v21.RequestStopTransactionRequest:
    return v21.RequestStopTransactionRequest(transaction_id=transaction_id)


def reset(kind: str, evse_id: int | None = None) -> v21.ResetRequest:
    return v21.ResetRequest(type=v21.ResetEnumType(kind), evse_id=evse_id)


def pending(_: v21.BootNotificationRequest) -> v21.BootNotificationResponse:
    status = v21.RegistrationStatusEnumType.PENDING
    return v21.BootNotificationResponse(status=status, current_time=now(), interval=1000)


async def rejected_variables(walk: Walk, s: Scene, store: Store) -> None:
    unknown, secret = address("OCPPCommCtrlr.NoSuch"), address("AccessBarrier.Secret")
    elsewhere = component("EVSE", 9), variable("Power")
    for place in (unknown, elsewhere, secret):
        await walk.ask(s, get(place))
    await walk.ask(s, get(OFFLINE_THRESHOLD, Attribute.TARGET))
    await walk.ask(s, set_to(unknown, "1"))
    await walk.ask(s, set_to(elsewhere, "1"))
    await walk.ask(s, set_to(OFFLINE_THRESHOLD, "1", Attribute.TARGET))
    await walk.ask(s, set_to(address("ChargingStation.Available"), "false"))
    for value in ("soon", "-1", "9" * 30):
        await walk.ask(s, set_to(OFFLINE_THRESHOLD, value))
    with pytest.MonkeyPatch.context() as patch:

        def full(*_: object) -> int:
            raise StoreError("the disk is full")

        patch.setattr(store, "execute", full)
        await walk.ask(s, set_to(OFFLINE_THRESHOLD, "300"))


async def rejected_reports(walk: Walk, s: Scene) -> None:
    await walk.ask(s, get_report(wanted=[address("NoSuch.Thing")]))
    for number in range(5):
        await walk.ask(s, base(Base.FULL_INVENTORY, number))
    await walk.ask(s, get_report(wanted=[OFFLINE_THRESHOLD]))
    await s.wait(120)  # until they have been sent


async def rejected_starts(walk: Walk, s: Scene) -> None:
    await walk.ask(s, stop())
    await walk.ask(s, start(9))
    s.evse.fail(FaultCode.GROUND_FAULT)
    await s.wait(1)
    await walk.ask(s, start())
    s.evse.clear_fault()
    await s.wait(1)
    await s.evse.plug_in(ElectricVehicle())
    await s.evse.swipe(TOKEN)
    await s.wait(20)
    await walk.ask(s, start(1, "AAAAAAAA"))
    await walk.ask(s, start(None, "AAAAAAAA"))
    await walk.ask(s, reset("Immediate", 1))
    await walk.ask(s, reset("Immediate", 9))
    await walk.ask(s, reset("OnIdle"))
    await s.wait(1)
    await walk.ask(s, start(None, "AAAAAAAA"))


async def rejected_others(walk: Walk, s: Scene) -> None:
    inoperative = v21.OperationalStatusEnumType.INOPERATIVE
    for evse in (v21.EVSEType(id=9), v21.EVSEType(id=1, connector_id=9)):
        await walk.ask(s, v21.ChangeAvailabilityRequest(operational_status=inoperative, evse=evse))
    await walk.ask(
        s,
        v21.GetLogRequest(
            request_id=1,
            log_type=v21.LogEnumType.DIAGNOSTICS_LOG,
            log=v21.LogParametersType(remote_location="https://csms.example/logs"),
        ),
    )
    await walk.ask(s, v21.UnlockConnectorRequest(evse_id=9, connector_id=1))
    await walk.ask(s, v21.UnlockConnectorRequest(evse_id=1, connector_id=9))
    kinds = v21.MessageTriggerEnumType
    for kind in (kinds.METER_VALUES, kinds.FIRMWARE_STATUS_NOTIFICATION):
        await walk.ask(
            s, v21.TriggerMessageRequest(requested_message=kind, evse=v21.EVSEType(id=9))
        )
    await walk.ask(s, set_to(address("AuthCacheCtrlr.Enabled"), "false"))
    await walk.ask(s, v21.ClearCacheRequest())
    for slot, url in ((9, "ws://a.example"), (2, "wss://a.example"), (2, "http://a.example")):
        await walk.ask(s, profile(slot, url))


async def rejected_reservations(walk: Walk, s: Scene) -> None:
    await walk.ask(s, reservation_2x(1, TOKEN, 9))
    await walk.ask(s, reservation_2x(1, TOKEN, 1, kind="cCCS2"))
    await walk.ask(s, reservation_2x(1, TOKEN, 1, seconds=-1))
    await walk.ask(s, reservation_2x(1, TOKEN))
    await walk.ask(s, v21.CancelReservationRequest(reservation_id=1))
    await walk.ask(s, set_to(address("ReservationCtrlr.Enabled"), "false"))
    await walk.ask(s, reservation_2x(1, TOKEN, 1))


async def rejected_profiles(walk: Walk, s: Scene) -> None:
    nothing = v21.ChargingProfileCriterionType()
    await walk.ask(s, v21.GetChargingProfilesRequest(request_id=1, charging_profile=nothing))
    await walk.ask(s, v21.ClearChargingProfileRequest(charging_profile_id=1))
    for evse_id, duration in ((9, 60), (1, 0)):
        await walk.ask(s, v21.GetCompositeScheduleRequest(evse_id=evse_id, duration=duration))
    tx = {"charging_profile_purpose": v21.ChargingProfilePurposeEnumType.TX_PROFILE}
    await walk.ask(s, setting(sent_profile(), evse_id=9))
    await walk.ask(s, setting(sent_profile(**tx)))
    await walk.ask(s, setting(sent_profile(**tx, transaction_id="T1")))
    await walk.ask(s, setting(sent_profile(**tx), evse_id=0))
    await walk.ask(s, setting(sent_profile(stack_level=100)))
    await walk.ask(s, setting(sent_profile(limit=-1)))
    await s.csms.call(setting(sent_profile(id=1)))
    await walk.ask(s, setting(sent_profile(id=2)))


async def rejected_lists(walk: Walk, s: Scene) -> None:
    await walk.ask(s, update_2x(1, listed("AA")))
    for tokens in (listed("BB", "bb"), {"BB": None}, listed("B1", "B2", "B3", "B4")):
        await walk.ask(s, update_2x(2, tokens))
    await walk.ask(s, update_2x(2, dict.fromkeys(("B1", "B2", "B3"), Entry(group="G" * 36))))
    for version in (0, 2**63):
        await walk.ask(s, update_2x(version, listed("BB")))
    await walk.ask(s, update_2x(1, listed("BB"), full=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_list, "MAX_ENTRIES", 2)
        await walk.ask(s, update_2x(2, listed("B1", "B2", "B3")))
    await walk.ask(s, set_to(address("LocalAuthListCtrlr.Enabled"), "false"))
    await walk.ask(s, update_2x(2, listed("BB")))


async def rejected_certificates(walk: Walk, s: Scene) -> None:
    root, uses = Authority(), v21.InstallCertificateUseEnumType
    await walk.ask(s, v21.GetInstalledCertificateIdsRequest())
    for use in (uses.CSMS_ROOT_CERTIFICATE, uses.V2G_ROOT_CERTIFICATE):
        for text in ("nonsense", root.text, Authority().text):
            request = v21.InstallCertificateRequest(certificate_type=use, certificate=text)
            await walk.ask(s, request)
    data = hash_data(root.certificate, issuer_key(root.certificate, root.certificate))
    await walk.ask(s, v21.DeleteCertificateRequest(certificate_hash_data=data))
    await walk.ask(s, v21.DeleteCertificateRequest(certificate_hash_data=data))
    kind = v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
    await walk.ask(s, v21.TriggerMessageRequest(requested_message=kind))
    vehicles = v21.CertificateSigningUseEnumType.V2G_CERTIFICATE
    for text, of in ((root.text, None), (root.text, vehicles), ("x" * 5000, None)):
        await walk.ask(s, v21.CertificateSignedRequest(certificate_chain=text, certificate_type=of))


@IN_2X
@virtual_time
async def test_all_that_is_rejected_says_why(version: str, tmp_path: Path) -> None:
    walk, store = Walk(version), Store(":memory:")

    def declare(station: ChargingStation[SimulatedStation]) -> None:
        station.device_model.declare(SECRET, "1234")

    one_each = {DeviceDataCtrlr.ItemsPerMessage_GetReport: 1}
    async with scene(version, settings=one_each, prepare=declare, store=store) as s:
        await walk.ask(s, v21.DataTransferRequest(vendor_id="com.example"))
        await rejected_variables(walk, s, store)
        await rejected_reports(walk, s)
        await rejected_others(walk, s)
        if version == "2.1":
            await walk.ask(s, reset("ImmediateAndResume"))
        await rejected_starts(walk, s)
    small = {LocalAuthListCtrlr.ItemsPerMessage: 3, LocalAuthListCtrlr.BytesPerMessage: 450}
    async with scene(version, settings=small) as s:
        await rejected_lists(walk, s)
    async with scene(version, settings={ReservationCtrlr.NonEvseSpecific: False}) as s:
        await rejected_reservations(walk, s)
    async with scene(version) as s:
        await rejected_profiles(walk, s)
    async with scene(
        version, certificates=CertificateFolder(tmp_path, most=1, longest_chain=1000)
    ) as s:
        await rejected_certificates(walk, s)
    maker = Maker(tmp_path / "maker")
    async with maker.scene(version) as s:
        await walk.ask(s, maker.update(signed=False))
        await walk.ask(s, maker.update(location="gopher://csms.example/firmware"))
        await walk.ask(s, maker.update(certificate=Maker(tmp_path).certificate))
    files = maker.shelf.folder(tmp_path / "files")
    async with scene(version, files=files, publisher=NoDesk()) as s:
        for url, checksum in (("gopher://csms.example/firmware", "0" * 32), (URL, "MD5")):
            wrong = v21.PublishFirmwareRequest(request_id=1, location=url, checksum=checksum)
            await walk.ask(s, wrong)
    csms = Opponent()
    csms.answer(v21.BootNotificationRequest, pending)
    async with scene(version, csms=csms, booted=False) as s:
        await s.wait(5)
        await walk.ask(s, start())
        await walk.ask(s, stop())

    assert walk.reasons == {
        "CancelReservation": {("Rejected", "NotFound")},
        "CertificateSigned": {
            ("Rejected", "InvalidCertificate"),
            ("Rejected", "TooLargeElement"),
            ("Rejected", "UnsupportedParam"),
        },
        "ChangeAvailability": {
            ("Rejected", "UnknownEvse"),
            ("Rejected", "UnknownConnectorId"),
        },
        "ClearCache": {("Rejected", "NotEnabled")},
        "ClearChargingProfile": {("Unknown", "NotFound")},
        "DataTransfer": {("UnknownVendorId", "NotFound")},
        "DeleteCertificate": {("NotFound", "NotFound")},
        "GetChargingProfiles": {("NoProfiles", "NotFound")},
        "GetCompositeSchedule": {("Rejected", "UnknownEvse"), ("Rejected", "ValuePositiveOnly")},
        "GetInstalledCertificateIds": {("NotFound", "NotFound")},
        "GetVariables": {
            ("UnknownVariable", "NotFound"),
            ("UnknownComponent", "NotFound"),
            ("NotSupportedAttributeType", "UnsupportedParam"),
            ("Rejected", "WriteOnly"),
        },
        "SetVariables": {
            ("UnknownVariable", "NotFound"),
            ("UnknownComponent", "NotFound"),
            ("NotSupportedAttributeType", "UnsupportedParam"),
            ("Rejected", "ReadOnly"),
            ("Rejected", "InvalidValue"),
            ("Rejected", "ValueTooLow"),
            ("Rejected", "ValueTooHigh"),
            ("Rejected", "InternalError"),
        },
        "GetBaseReport": {("Rejected", "Unspecified")},
        "GetReport": {("EmptyResultSet", "NotFound"), ("Rejected", "Unspecified")},
        "InstallCertificate": {
            ("Rejected", "InvalidCertificate"),
            ("Rejected", "OutOfStorage"),
            ("Rejected", "UnsupportedParam"),
        },
        "RequestStartTransaction": {
            ("Rejected", "CSNotAccepted"),
            ("Rejected", "TxInProgress"),
            ("Rejected", "UnknownEvse"),
            ("Rejected", "Unspecified"),
        },
        "RequestStopTransaction": {("Rejected", "CSNotAccepted"), ("Rejected", "TxNotFound")},
        "ReserveNow": {
            ("Rejected", "MissingParam"),
            ("Rejected", "NotEnabled"),
            ("Rejected", "UnknownConnectorType"),
            ("Rejected", "UnknownEvse"),
            ("Rejected", "ValueTooLow"),
        },
        "SendLocalList": {
            ("Failed", "InvalidValue"),
            ("Failed", "MissingParam"),
            ("Failed", "NotEnabled"),
            ("Failed", "OutOfStorage"),
            ("Failed", "TooLargeElement"),
            ("Failed", "TooManyElements"),
            ("Failed", "ValuePositiveOnly"),
            ("Failed", "ValueTooHigh"),
            ("VersionMismatch", "ValueTooLow"),
        },
        "SetChargingProfile": {
            ("Rejected", "DuplicateProfile"),
            ("Rejected", "InvalidProfile"),
            ("Rejected", "InvalidSchedule"),
            ("Rejected", "InvalidStackLevel"),
            ("Rejected", "MissingParam"),
            ("Rejected", "TxNotFound"),
            ("Rejected", "UnknownEvse"),
        },
        "SetNetworkProfile": {
            ("Rejected", "InvalidConfSlot"),
            ("Rejected", "InvalidNetworkConf"),
        },
        "TriggerMessage": {
            ("Rejected", "MissingDevModelInfo"),
            ("Rejected", "UnknownEvse"),
            ("NotImplemented", "UnsupportedRequest"),
        },
        "GetLog": {("Rejected", "InvalidURL")},
        "PublishFirmware": {("Rejected", "InvalidURL"), ("Rejected", "InvalidValue")},
        "UpdateFirmware": {
            ("Rejected", "MissingParam"),
            ("Rejected", "InvalidURL"),
            ("InvalidCertificate", "InvalidCertificate"),
        },
        "UnlockConnector": {
            ("UnknownConnector", "UnknownEvse"),
            ("UnknownConnector", "UnknownConnectorId"),
        },
        "Reset": {("Rejected", "UnknownEvse"), ("Rejected", "UnsupportedParam")},
    }
    # None that the station answers with a status info is left out of the walk.
    answered = [command.kind() for block in BLOCKS for command in block.commands.values()]
    assert set(walk.reasons) == {
        request.__name__.removesuffix("Request") for request in answered if _may_say_why(request)
    }


def _may_say_why(request: type[Any]) -> bool:
    return _has_info(request.response_type(), 3)


def _has_info(kind: type[BaseModel], depth: int) -> bool:
    names = kind.model_fields
    if any(name.endswith("status_info") for name in names):
        return True
    parts = (part for field in names.values() for part in _models(field.annotation))
    return depth > 0 and any(_has_info(part, depth - 1) for part in parts)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)
