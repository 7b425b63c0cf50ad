"""The station's own certificate: asked for when the CSMS wants it, and judged when it comes (A02).

When it is asked for besides, and again, is the business of `requests`. A certificate that is not
valid is told as an event, and nothing is sent for it any more; one that is valid is the station's
own once it has been proven (`certificates`).
"""

from __future__ import annotations

from pilotwire.logs import logger
from pilotwire.station.core import Core
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.station.outcome import Outcome
from pilotwire.station.security.certificates import Certificates
from pilotwire.station.security.requests import SIGNING, CertificateRequests
from pilotwire.station.security.words import BadCertificateError
from pilotwire.station.security_events import SecurityEvents
from pilotwire.station.triggers import NOT_IMPLEMENTED, Triggers, Wish, refused
from pilotwire.station.vocabulary import (
    CertificateSignedStatus,
    CertificateSigningUse,
    CertificateUse,
    MessageTrigger,
    ReasonCode,
    SecurityEvent,
    TriggerMessageStatus,
)

__all__ = ["CertificateSigning"]

log = logger(__name__)


class CertificateSigning:
    """Has the station's certificate signed."""

    __slots__ = ("_certificates", "_core", "_requests", "_security")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._security = core.blocks[SecurityEvents]
        self._certificates = core.blocks[Certificates]
        self._requests: CertificateRequests | None = None
        store = self._certificates.store
        if store is not None:
            self._requests = CertificateRequests(core, store.own)
            trigger = MessageTrigger.SIGN_CHARGING_STATION_CERTIFICATE
            core.blocks[Triggers].enter(trigger, self._trigger)

    def _trigger(self, wish: Wish) -> Outcome[TriggerMessageStatus]:
        requests, asked_by = self._requests, wish.csms.offered(SIGNING)
        if requests is None or asked_by is None:
            return NOT_IMPLEMENTED
        if not self._core.device_model[SecurityCtrlr.OrganizationName]:  # A02, prerequisite
            return refused(ReasonCode.MISSING_DEV_MODEL_INFO, "OrganizationName")
        return Outcome(TriggerMessageStatus.ACCEPTED, once_sent=lambda: requests.begin(asked_by))

    def signed(
        self,
        chain: str,
        use: CertificateSigningUse | None = None,
        request_id: int | None = None,
    ) -> Outcome[CertificateSignedStatus]:
        """Take a certificate that the CSMS has had signed."""
        store, requests = self._certificates.store, self._requests
        if store is None or requests is None:
            raise LookupError("the station has no certificates")
        request = requests.request
        if use not in {None, CertificateSigningUse.CHARGING_STATION_CERTIFICATE}:
            return _rejected(ReasonCode.UNSUPPORTED_PARAM, "certificateType")
        if len(chain) > self._core.device_model[SecurityCtrlr.MaxCertificateChainSize]:
            return _rejected(ReasonCode.TOO_LARGE_ELEMENT, "certificateChain")  # A02.FR.16
        if store.own.has(chain):
            return Outcome(CertificateSignedStatus.ACCEPTED)  # the answer to it was lost
        if request_id is not None and (request is None or request_id != request.request_id):
            return _rejected(ReasonCode.NOT_FOUND, "requestId")  # A02.FR.26
        if store.own.has_key_of(chain):
            # A CSMS may answer each repetition of a request; the first certificate counts.
            return _rejected(ReasonCode.DUPLICATE_REQUEST_ID, "another has come already")
        if request is None:
            return self._invalid("it was not asked for")
        try:
            store.own.accept(
                chain,
                store.trusted.anchors({CertificateUse.CSMS_ROOT_CERTIFICATE}),
                key=request.key,
                subject=request.subject,
                now=self._core.clock.now(),
            )
        except BadCertificateError as error:
            requests.give_up()
            return self._invalid(str(error))
        except OSError as error:
            log.error("the station's certificate is not kept: %s", ascii(str(error)))  # noqa: TRY400 -- no traceback for a known failure
            return _rejected(ReasonCode.INTERNAL_ERROR)
        requests.answered()
        log.info("the station has a new certificate")
        return Outcome(CertificateSignedStatus.ACCEPTED, once_sent=self._certificates.switch)

    def _invalid(self, why: str) -> Outcome[CertificateSignedStatus]:
        """A02.FR.07."""
        self._security.happened(SecurityEvent.INVALID_CHARGING_STATION_CERTIFICATE, why)
        return _rejected(ReasonCode.INVALID_CERTIFICATE, why)


def _rejected(reason: ReasonCode, text: str | None = None) -> Outcome[CertificateSignedStatus]:
    return Outcome(CertificateSignedStatus.REJECTED, reason, text)
