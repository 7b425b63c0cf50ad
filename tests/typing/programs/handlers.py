"""Classes that answer requests: each has every method, with the right types, or is refused."""

from pilotwire.ocpp import v16, v201
from pilotwire.ocpp.v16.handlers import ChargingStationHandler, CsmsHandler
from pilotwire.ocpp.v201.handlers import CsmsHandler as CsmsHandler201


def csms(handler: CsmsHandler) -> None: ...


def charging_station(handler: ChargingStationHandler) -> None: ...


class Csms:
    """A CSMS of 1.6, without a base class."""

    async def authorize(self, request: v16.AuthorizeRequest) -> v16.AuthorizeResponse:
        raise NotImplementedError

    async def boot_notification(
        self, request: v16.BootNotificationRequest
    ) -> v16.BootNotificationResponse:
        raise NotImplementedError

    async def data_transfer(self, request: v16.DataTransferRequest) -> v16.DataTransferResponse:
        raise NotImplementedError

    async def diagnostics_status_notification(
        self, request: v16.DiagnosticsStatusNotificationRequest
    ) -> v16.DiagnosticsStatusNotificationResponse:
        raise NotImplementedError

    async def firmware_status_notification(
        self, request: v16.FirmwareStatusNotificationRequest
    ) -> v16.FirmwareStatusNotificationResponse:
        raise NotImplementedError

    async def log_status_notification(
        self, request: v16.LogStatusNotificationRequest
    ) -> v16.LogStatusNotificationResponse:
        raise NotImplementedError

    async def meter_values(self, request: v16.MeterValuesRequest) -> v16.MeterValuesResponse:
        raise NotImplementedError

    async def security_event_notification(
        self, request: v16.SecurityEventNotificationRequest
    ) -> v16.SecurityEventNotificationResponse:
        raise NotImplementedError

    async def sign_certificate(
        self, request: v16.SignCertificateRequest
    ) -> v16.SignCertificateResponse:
        raise NotImplementedError

    async def signed_firmware_status_notification(
        self, request: v16.SignedFirmwareStatusNotificationRequest
    ) -> v16.SignedFirmwareStatusNotificationResponse:
        raise NotImplementedError

    async def start_transaction(
        self, request: v16.StartTransactionRequest
    ) -> v16.StartTransactionResponse:
        raise NotImplementedError

    async def status_notification(
        self, request: v16.StatusNotificationRequest
    ) -> v16.StatusNotificationResponse:
        raise NotImplementedError

    async def stop_transaction(
        self, request: v16.StopTransactionRequest
    ) -> v16.StopTransactionResponse:
        raise NotImplementedError


class WithHeartbeat(Csms):
    """All that a CSMS answers."""

    async def heartbeat(self, request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise NotImplementedError


class WrongRequest(Csms):
    """Mistyped."""

    async def heartbeat(self, request: v16.AuthorizeRequest) -> v16.HeartbeatResponse:
        raise NotImplementedError


class WrongResponse(Csms):
    """Mistyped."""

    async def heartbeat(self, request: v16.HeartbeatRequest) -> v16.AuthorizeResponse:
        raise NotImplementedError


class OtherVersion(Csms):
    """Mistyped."""

    async def heartbeat(self, request: v201.HeartbeatRequest) -> v201.HeartbeatResponse:
        raise NotImplementedError


class NotAsync(Csms):
    """Mistyped."""

    def heartbeat(self, request: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        raise NotImplementedError


csms(WithHeartbeat())
csms(Csms())  # error
csms(WrongRequest())  # error
csms(WrongResponse())  # error
csms(OtherVersion())  # error
csms(NotAsync())  # error
charging_station(WithHeartbeat())  # error


class Station(ChargingStationHandler):
    """Overrides one method, rightly; as a subclass it is checked where it is written."""

    async def reset(self, request: v16.ResetRequest, /) -> v16.ResetResponse:
        raise NotImplementedError


class MistypedStation(ChargingStationHandler):
    """Overrides two methods, wrongly."""

    async def get_log(self, request: v16.ResetRequest, /) -> v16.GetLogResponse:  # error
        raise NotImplementedError

    async def reset(self, request: v16.ResetRequest, /) -> v16.GetLogResponse:  # error
        raise NotImplementedError


class Nothing:
    """Answers nothing."""


charging_station(Nothing())  # error


def newer(handler: CsmsHandler201) -> None:
    csms(handler)  # error
