"""The reusable states of Part 6 (2.18, 2.19), each written once.

A state that builds on another one reaches that first, as the text has it. What is told at each step
depends on TxStartPoint and TxStopPoint, and on whether a transaction goes on.
"""

from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import LocalAuthListCtrlr, TxCtrlr
from tests.conformance.v201.play import DURATION, VALID, Play, Session, token_info
from tests.conformance.v201.tokens import asks_about
from tests.support.authority import Authority, known_by, pem, signing_request
from tests.support.scene import now

__all__ = [
    "LISTED_VERSION",
    "RESERVATION_ID",
    "after_a_boot",
    "all_energy_transfer_started",
    "authorized",
    "availability",
    "booted",
    "booting",
    "certificate_installed",
    "charging_offline",
    "charging_station_certificate_asked_for",
    "charging_station_certificate_renewed",
    "charging_station_certificate_signed",
    "deauthorized",
    "energy_transfer_started",
    "energy_transfer_suspended",
    "ev_connected_post_session",
    "ev_connected_pre_session",
    "ev_disconnected",
    "id_token_cached",
    "id_token_listed",
    "installed_certificates",
    "listed",
    "listing",
    "local_list",
    "parking_bay_occupied",
    "parking_bay_unoccupied",
    "reservation",
    "reserved",
    "start_offline_transaction",
    "stop_authorized",
    "transaction_events_in_queue_ended",
    "unavailable",
]

REMOTE_START_ID = 77


async def booting(play: Play) -> None:
    """Booting: a reset at once."""
    await play.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE), status="Accepted")


async def booted(play: Play, statuses: dict[int, str] | None = None) -> None:
    """Booted, by a reset; `statuses` are those of EVSEs that are not Available after it."""
    await booting(play)
    await after_a_boot(play, statuses)


async def after_a_boot(play: Play, statuses: dict[int, str] | None = None) -> None:
    """Booted, from its third step on."""
    await play.boots()
    await play.all_statuses(at=statuses)
    await play.starts_up()


async def unavailable(play: Play, evse_id: int | None = None, connector: int | None = None) -> None:
    """Unavailable: the station, an EVSE or a connector."""
    await play.call(availability("Inoperative", evse_id, connector), status="Accepted")
    if evse_id is None:
        await play.all_statuses("Unavailable")
    else:
        await play.status("Unavailable", evse_id, connector or 1)


def availability(
    status: str, evse_id: int | None = None, connector: int | None = None
) -> v21.ChangeAvailabilityRequest:
    """A request to make the station, an EVSE or a connector operative or inoperative."""
    return v21.ChangeAvailabilityRequest(
        operational_status=v21.OperationalStatusEnumType(status),
        evse=None if evse_id is None else v21.EVSEType(id=evse_id, connector_id=connector),
    )


async def certificate_installed(play: Play, use: str, authority: Authority) -> None:
    """CertificateInstalled."""
    request = v21.InstallCertificateRequest(
        certificate_type=v21.InstallCertificateUseEnumType(use), certificate=authority.text
    )
    await play.call(request, status="Accepted")


async def installed_certificates(play: Play, *authorities: tuple[str, Authority]) -> None:
    """GetInstalledCertificates, of all types of these certificates, which must be there."""
    uses = dict.fromkeys(v21.GetCertificateIdUseEnumType(use) for use, _ in authorities)
    request = v21.GetInstalledCertificateIdsRequest(certificate_type=tuple(uses))
    answer = await play.call(request, status="Accepted")
    for use, authority in authorities:
        assert (use, known_by(authority)) in listed(answer)


async def charging_station_certificate_asked_for(play: Play) -> v21.SignCertificateRequest:
    """RenewChargingStationCertificate, up to its third step."""
    wanted = v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
    await play.call(v21.TriggerMessageRequest(requested_message=wanted), status="Accepted")
    asked = await play.expect(v21.SignCertificateRequest)
    request = signing_request(asked.csr)
    assert request.is_signature_valid
    key = request.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.key_size >= 224
    return asked


async def charging_station_certificate_signed(play: Play, authority: Authority) -> x509.Certificate:
    """RenewChargingStationCertificate, up to where the station connects anew; the certificate."""
    asked = await charging_station_certificate_asked_for(play)
    chain = authority.answer(asked.csr)
    request = v21.CertificateSignedRequest(
        certificate_chain=chain,
        certificate_type=v21.CertificateSigningUseEnumType.CHARGING_STATION_CERTIFICATE,
    )
    await play.call(request, status="Accepted")
    return authority.signed_by_it(chain).certificate


async def charging_station_certificate_renewed(
    play: Play, authority: Authority
) -> v21.CertificateHashDataType:
    """RenewChargingStationCertificate: the connection is dropped where the station stays; what the
    certificate is known by.
    """
    certificate = await charging_station_certificate_signed(play, authority)
    play.s.cut()
    await play.s.wait(60)
    return known_by(authority.signed_by_it(pem(certificate)))


def listed(
    answer: v21.GetInstalledCertificateIdsResponse,
) -> list[tuple[str, v21.CertificateHashDataType]]:
    """What a station says that it has."""
    return [
        (each.certificate_type.value, each.certificate_hash_data)
        for each in answer.certificate_hash_data_chain or ()
    ]


async def parking_bay_occupied(at: Session) -> None:
    """ParkingBayOccupied. It is optional, and only told where the bay starts a transaction."""
    if not at.hardware.has_bay_sensor:
        return
    at.hardware.drive_in()
    if at.starts("ParkingBayOccupancy"):
        await at.event(trigger="EVDetected")


async def ev_connected_pre_session(at: Session) -> None:
    """EVConnectedPreSession."""
    if not at.running:
        await parking_bay_occupied(at)
    await at.plug_in()
    await at.play.status("Occupied", at.evse_id)
    starts = at.starts("EVConnected") or (at.authorized and at.starts("PowerPathClosed"))
    if starts or at.running:
        begins = starts and not at.running
        await at.event(
            type="Started" if begins else "Updated",
            trigger={"CablePluggedIn", "ChargingStateChanged", "RemoteStart"},
            state={"EVConnected", "SuspendedEVSE", "Charging"} if at.authorized else "EVConnected",
        )


async def authorized(
    at: Session,
    *,
    remote: bool = False,
    asks: bool = True,
    group: str | None = None,
    profile: v21.ChargingProfileType | None = None,
) -> None:
    """Authorized, by a card (A) or from afar (B), with a charging profile if one is given. `asks`
    is false for a token that is known.
    """
    if group is not None:
        at.play.know(at.token, group=group)
    if not at.running and not at.connected:
        await parking_bay_occupied(at)
    before = at.running
    if remote:
        answer = await at.play.call(
            v21.RequestStartTransactionRequest(
                evse_id=at.evse_id,
                remote_start_id=REMOTE_START_ID,
                id_token=v21.IdTokenType(id_token=at.token, type="ISO14443"),
                charging_profile=profile,
            ),
            status="Accepted",
        )
        assert answer.transaction_id == (at.transaction_id if before else None)
        at.remote, at.remote_start_id = True, REMOTE_START_ID
    else:
        await at.present()
    if asks:
        await asks_about(at.play, at.token)
        await at.s.wait(1)
    at.authorized = at.token_due = True
    if before or at.starts("Authorized") or (at.connected and at.starts("PowerPathClosed")):
        await at.event(
            type="Updated" if before else "Started",
            trigger="RemoteStart" if remote else "Authorized",
            token=at.token,
        )


async def energy_transfer_started(at: Session, *, asks: bool = True) -> None:
    """EnergyTransferStarted."""
    if not at.authorized:
        await authorized(at, asks=asks)
    if not at.connected:
        starts = at.starts("EVConnected", "PowerPathClosed")
        await at.plug_in()
        await at.play.status("Occupied", at.evse_id)
        if starts or at.running:
            await at.event(trigger="CablePluggedIn", state="EVConnected")
    if at.running or at.starts("EnergyTransfer"):
        await at.event(trigger="ChargingStateChanged", state="Charging")
    await at.s.wait(2)
    assert at.hardware.contactor.closed, "energy is transferred"
    at.charging = True


async def all_energy_transfer_started(play: Play) -> None:
    """EnergyTransferStarted at all EVSEs, each for a driver of its own."""
    for evse in play.s.hardware.evses:
        at = play.at(evse.id)
        at.token = f"04A1B2C{evse.id}"
        await energy_transfer_started(at)


async def energy_transfer_suspended(at: Session) -> None:
    """EnergyTransferSuspended: the EV takes no more."""
    if not at.charging:
        await energy_transfer_started(at)
    await at.s.wait(DURATION)
    at.vehicle.pause()
    event = await at.event(
        type={"Ended", "Updated"},
        trigger="ChargingStateChanged",
        state={"EVConnected", "SuspendedEV"},
    )
    if event.event_type == "Ended":
        assert event.transaction_info.stopped_reason == "StoppedByEV"
    at.suspended = True


async def stop_authorized(at: Session, *, remote: bool = False, token: str | None = None) -> None:
    """StopAuthorized, by the same card (A) or from afar (B), as the errata have it: the stop is
    told, and that energy ceases, in one event or in two.
    """
    if not at.charging:
        await energy_transfer_started(at)
    await at.s.wait(DURATION)
    at.stopped = True
    if remote:
        assert at.transaction_id is not None
        request = v21.RequestStopTransactionRequest(transaction_id=at.transaction_id)
        await at.play.call(request, status="Accepted")
        last = await at.event(trigger="RemoteStop")
    else:
        await at.present(token)
        last = await at.event(trigger="StopAuthorized")
        assert last.id_token is None or last.id_token.id_token == (token or at.token)
    if not at.ended:
        last = await at.event(trigger="ChargingStateChanged", state="EVConnected")
    if at.stops("Authorized", "PowerPathClosed", "EnergyTransfer"):
        assert last.event_type == "Ended", last
        reasons = {"Remote"} if remote else {"Local", None}
        assert last.transaction_info.stopped_reason in reasons, last
    else:
        assert last.event_type == "Updated", last


async def deauthorized(at: Session) -> None:
    """Deauthorized: the CSMS finds the token invalid when it hears of the transaction."""
    while not at.running or at.token_due:
        if not at.connected:
            await ev_connected_pre_session(at)
        else:
            await at.event()
    if at.play.s.station.device_model[TxCtrlr.StopTxOnInvalidId]:
        event = await at.event(trigger="Deauthorized", state={"EVConnected", "SuspendedEVSE"})
        ends = at.stops("Authorized", "PowerPathClosed", "EnergyTransfer")
        assert event.event_type == ("Ended" if ends else "Updated"), event
        assert not ends or event.transaction_info.stopped_reason == "DeAuthorized", event
    if at.hardware.lock.locked:
        request = v21.UnlockConnectorRequest(evse_id=at.evse_id, connector_id=1)
        await at.play.call(request)
    at.stopped = at.after = True


async def ev_connected_post_session(at: Session) -> None:
    """EVConnectedPostSession. That energy has ceased was told in StopAuthorized (errata)."""
    if not at.stopped:
        await stop_authorized(at)
    at.after = True


async def ev_disconnected(at: Session) -> None:
    """EVDisconnected."""
    if not at.after:
        await ev_connected_post_session(at)
    await at.unplug()
    await at.play.status("Available", at.evse_id)
    if at.running:
        await at.event(trigger="EVCommunicationLost", state="Idle")


async def parking_bay_unoccupied(at: Session) -> None:
    """ParkingBayUnoccupied."""
    if not at.gone:
        await ev_disconnected(at)
    if at.stops("ParkingBayOccupancy") and at.running:
        at.hardware.drive_out()
        await at.event(type="Ended", trigger="EVDeparted", reason="Local")


async def start_offline_transaction(at: Session) -> None:
    """StartOfflineTransaction: while there is no connection, a driver begins to charge."""
    await charging_offline(at)
    at.s.go_online()


async def charging_offline(at: Session) -> None:
    """StartOfflineTransaction, up to where there is a connection again."""
    at.s.go_offline()
    await at.s.wait(1)
    await at.present()
    await at.s.wait(2)
    await at.hardware.plug_in(at.vehicle)
    await at.s.wait(DURATION)
    at.connected = at.authorized = True


async def transaction_events_in_queue_ended(at: Session) -> None:
    """TransactionEventsInQueueEnded: while there is no connection, a driver charges and leaves."""
    at.s.go_offline()
    await at.s.wait(1)
    await at.hardware.plug_in(at.vehicle)
    await at.s.wait(2)
    await at.present()
    await at.s.wait(DURATION)
    await at.present()
    await at.s.wait(2)
    await at.hardware.unplug()
    await at.s.wait(2)
    at.s.go_online()


async def id_token_cached(at: Session, status: str = "Accepted", group: str | None = None) -> None:
    """IdTokenCached: the CSMS has said this of the session's token."""
    at.play.know(at.token, status, group)
    await parking_bay_occupied(at)
    if status != "Accepted":
        await at.present()
        await at.play.expect(v21.AuthorizeRequest, id_token__id_token=at.token)
        await at.s.wait(1)
        at.new()
        return
    await authorized(at)
    await ev_connected_pre_session(at)
    if (at.running and not at.ended) or at.starts("EnergyTransfer"):
        await at.event(trigger="ChargingStateChanged", state="Charging")
    at.charging = True
    await parking_bay_unoccupied(at)
    at.new()


LISTED_VERSION = 2
"""The version that the list of `id_token_listed` has."""


async def id_token_listed(
    play: Play, *tokens: str, status: str = "Accepted", group: str | None = None
) -> None:
    """IdTokenLocalAuthList, with what a case has it say: these tokens are the list."""
    await play.configure({}, if_implemented={LocalAuthListCtrlr.Enabled: "true"})  # errata 6.2.121
    request = local_list(
        "Full", LISTED_VERSION, *(listing(token, status, group) for token in tokens)
    )
    await play.call(request, status="Accepted")


def local_list(update: str, version: int, *data: v21.AuthorizationData) -> v21.SendLocalListRequest:
    """A list, or changes to it."""
    return v21.SendLocalListRequest(
        update_type=v21.UpdateEnumType(update),
        version_number=version,
        local_authorization_list=data or None,
    )


def listing(
    token: str, status: str | None = "Accepted", group: str | None = None
) -> v21.AuthorizationData:
    """What a list says of a token; None takes it out."""
    return v21.AuthorizationData(
        id_token=v21.IdTokenType(id_token=token, type="ISO14443"),
        id_token_info=None if status is None else token_info(status, group),
    )


RESERVATION_ID = 31
"""What the CSMS calls the reservation of `reserved`."""


async def reserved(
    play: Play, evse_id: int = 1, token: str = VALID, number: int | None = None
) -> None:
    """Reserved: an EVSE, for a token."""
    request = reservation(evse_id, token, RESERVATION_ID if number is None else number)
    await play.call(request, status="Accepted")
    for connector_id, _ in enumerate(play.s.hardware.evse(evse_id).connectors, start=1):
        await play.status("Reserved", evse_id, connector_id)


def reservation(
    evse_id: int | None = 1,
    token: str = VALID,
    number: int = RESERVATION_ID,
    *,
    kind: str | None = None,
    group: str | None = None,
    seconds: float = 60,
) -> v21.ReserveNowRequest:
    """A reservation of an EVSE, of a type of connector, or of any."""
    return v21.ReserveNowRequest(
        id=number,
        expiry_date_time=now() + timedelta(seconds=seconds),
        connector_type=kind,
        id_token=v21.IdTokenType(id_token=token, type="ISO14443"),
        evse_id=evse_id,
        group_id_token=None if group is None else v21.IdTokenType(id_token=group, type="Central"),
    )
