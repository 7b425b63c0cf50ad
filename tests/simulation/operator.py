"""The operator of the CSMS, who has the station's credentials and ways changed.

What an order has brought about it believes only where the station has said so. Where it has said
nothing, both may be: the operator then does nothing that would lock the station out.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from pilotwire.connection import OcppVersion
from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.base import AnyRequest
from pilotwire.ocpp.v21.datatypes import CertificateHashDataType
from tests.simulation.backend import Backend
from tests.simulation.door import MUTUAL, Door, Issued, Server, authorities
from tests.simulation.people import gap
from tests.support.authority import Authority, known_by, new_key, pem, signing_request
from tests.support.scene import EPOCH

__all__ = ["FIRST_PASSWORD", "Operator"]

FIRST_PASSWORD = "the-password-of-the-maker"

ORDER_GAP = 1500.0
"""Seconds between two orders."""

UNWELL = ("nowhere.example", "stranger.example")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Operator:
    """Gives orders, one after the other."""

    def __init__(self, seed: int, backend: Backend, identity: str, *, one_root: bool) -> None:
        self._random = Random(seed)
        self._backend = backend
        self.authorities = authorities(self._random, in_a_row=one_root)
        self._one_root = one_root
        self._trusted: list[Authority] = []
        """The roots that the station has for sure."""
        self._server = Server(self.authorities[0])
        self.door = Door(self._server, identity, backend.wrongs)
        self.door.passwords = {FIRST_PASSWORD}
        self.secrets: list[str] = [FIRST_PASSWORD]
        """All passwords that it has ever set."""
        self._wanted: asyncio.Queue[str] = asyncio.Queue()
        backend.on_sign = self._sign
        backend.on_message = self.door.heard

    def brought(self, root: Authority) -> None:
        """The maker has put this root into the station."""
        self._trusted.append(root)

    async def order(self) -> None:
        """Want something, for ever."""
        while True:
            await gap(self._random, ORDER_GAP)
            await self._random.choice(self._orders())()

    async def sign(self) -> None:
        """Send the certificates that were asked for, for ever; each after a while."""
        while True:
            csr = await self._wanted.get()
            await gap(self._random, 120)
            for _ in range(self._random.choice([1, 1, 2])):
                await self._send_certificate(csr)

    def _orders(self) -> list[Callable[[], Awaitable[object]]]:
        common: list[Callable[[], Awaitable[object]]] = [
            self._set_password,
            self._trigger,
            self._install,
            self._delete,
            self._rotate,
        ]
        if self._is_16:
            return common
        return [*common, self._set_profile, self._set_profile, self._order_profiles]

    @property
    def _is_16(self) -> bool:
        return self._backend.version is OcppVersion.V1_6

    # The password.

    async def _set_password(self) -> None:
        text = self._new_password()
        password: str | bytes = text
        if self._is_16:
            if self._random.random() < 0.5:
                password = self._random.randbytes(20)
                text = password.hex()
            answer = await self._give(
                v16.ChangeConfigurationRequest(key="AuthorizationKey", value=text)
            )
            status = None if answer is None else answer.status
        else:
            status = await self._set_variable("SecurityCtrlr", "BasicAuthPassword", text)
        passwords = self.door.passwords
        if status in {"Accepted", "RebootRequired"}:
            self.door.passwords = {password}
        elif status is None and self._random.random() < 0.3:
            self.door.passwords = passwords | {password}

    def _new_password(self) -> str:
        text = "".join(self._random.choices(LETTERS, k=self._random.randint(16, 40)))
        self.secrets.append(text)
        return text

    async def _set_variable(self, component: str, variable: str, value: str) -> str | None:
        data = v21.SetVariableDataType(
            attribute_value=value,
            component=v21.ComponentType(name=component),
            variable=v21.VariableType(name=variable),
        )
        answer = await self._give(v21.SetVariablesRequest(set_variable_data=(data,)))
        return None if answer is None else answer.set_variable_result[0].attribute_status

    # The ways to it.

    async def _set_profile(self) -> None:
        level = self._random.randint(1, 3)
        host = self._random.choice(["csms.example", "other.example"])
        if level == 3:
            host = MUTUAL
        if self._random.random() < 0.3:
            host = self._random.choice(UNWELL)
        fields: dict[str, Any] = {
            "ocppVersion": "OCPP20",
            "ocppInterface": "Wired0",
            "ocppTransport": "JSON",
            "messageTimeout": 30,
            "ocppCsmsUrl": f"{'ws' if level == 1 else 'wss'}://{host}/ocpp",
            "securityProfile": level,
        }
        if self._backend.version is OcppVersion.V2_1 and level < 3 and self._random.random() < 0.3:
            fields["basicAuthPassword"] = self._some_password()
        reached = self.door.reached
        data = v21.NetworkConnectionProfileType.model_validate(fields)
        answer = await self._give(
            v21.SetNetworkProfileRequest(
                configuration_slot=self._random.randint(1, 3), connection_data=data
            )
        )
        if answer is not None and answer.status == "Accepted" and level < reached:
            self._wrong(f"a network profile of level {level} is taken after {reached}")
        if self._random.random() < 0.7:
            await self._order_profiles()

    def _some_password(self) -> str:
        """One that is good, as far as it is text, or one that is not."""
        good = sorted(each for each in self.door.passwords if isinstance(each, str))
        return good[0] if good and self._random.random() < 0.7 else self._new_password()

    async def _order_profiles(self) -> None:
        slots = self._random.sample(["1", "2", "3"], self._random.randint(1, 3))
        status = await self._set_variable(
            "OCPPCommCtrlr", "NetworkConfigurationPriority", ",".join(slots)
        )
        if status == "RebootRequired" and self._random.random() < 0.7:
            await self._give(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))

    # The station's certificate.

    async def _trigger(self) -> None:
        request: AnyRequest
        if self._is_16:
            wanted = v16.MessageTriggerEnumType.SIGN_CHARGE_POINT_CERTIFICATE
            request = v16.ExtendedTriggerMessageRequest(requested_message=wanted)
        else:
            wanted2x = v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE
            request = v21.TriggerMessageRequest(requested_message=wanted2x)
        await self._give(request)

    def _sign(self, csr: str) -> bool:
        if self._random.random() < 0.15:
            return False
        self._wanted.put_nowait(csr)
        return True

    async def _send_certificate(self, csr: str) -> None:
        kind = self._random.choice(["good", "good", "good", "faulty", *_WRONG])
        chain = self.certificate(csr, kind)
        request: AnyRequest = v16.CertificateSignedRequest(certificate_chain=chain)
        if not self._is_16:
            request = v21.CertificateSignedRequest(certificate_chain=chain)
        answer = await self._give(request)
        if answer is not None and answer.status == "Accepted" and kind in _WRONG:
            self._wrong(f"a certificate is taken whose fault is: {kind}")

    def certificate(self, csr: str, kind: str = "good") -> str:
        """What is sent for a request; `faulty` is what no end takes, though the station can't know
        it.
        """
        now = self._backend.now()
        more: dict[str, Any] = {
            # It is to be renewed within the day, and outlasts it.
            "begins": now - timedelta(days=self._random.choice([3, 300])),
            "ends": now + timedelta(days=self._random.choice([2, 300])),
        }
        match kind:
            case "another key":
                csr_key = new_key().public_key()
                return pem(self._server.root.sign(csr_key, **more))
            case "it has expired":
                more["ends"] = EPOCH - timedelta(days=2)
                more["begins"] = EPOCH - timedelta(days=300)
            case "another station":
                more["common_name"] = "CS-0043"
            case "no certificate":
                return csr
            case _:
                pass
        text = self._server.root.answer(csr, **more)
        certificate = self._server.root.signed_by_it(text).certificate
        assert isinstance(signing_request(csr).public_key(), ec.EllipticCurvePublicKey)
        if kind not in _WRONG:
            self.door.issued.append(Issued(certificate, faulty=kind == "faulty"))
        return text

    # The roots.

    async def _install(self) -> None:
        root = self._next_root()
        text = root.text
        kind = self._random.choice(["good", "good", "good", *_WRONG_ROOTS])
        match kind:
            case "it has expired":
                text = Authority("Old", begins=EPOCH - timedelta(days=9), ends=EPOCH - ONE).text
            case "no authority":
                text = pem(root.sign(new_key().public_key()))
            case "no certificate":
                text = text[: len(text) // 2]
            case _:
                self._trusted = [each for each in self._trusted if each is not root]
        answer = await self._give(_installation(text, is_16=self._is_16))
        if answer is None or answer.status != "Accepted":
            return
        if kind in _WRONG_ROOTS:
            self._wrong(f"a root is taken whose fault is: {kind}")
        elif root not in self._trusted:
            self._trusted.append(root)

    def _next_root(self) -> Authority:
        if not self._one_root:
            return self._random.choice(self.authorities)
        # The one after that of the ends, which stays a way back till it has proven itself.
        after = self.authorities.index(self._server.root) + bool(self._trusted)
        return self.authorities[min(after, len(self.authorities) - 1)]

    async def _delete(self) -> None:
        """Not the one that the ends show, unless the station must know better."""
        root = self._random.choice(self.authorities)
        in_use = self.door.root is root
        if root is self._server.root and not in_use and self.door.reached > 1:
            return
        was = root in self._trusted
        self._trusted = [each for each in self._trusted if each is not root]
        answer = await self._give(_deletion(known_by(root), is_16=self._is_16))
        if answer is None:
            return
        if answer.status == "Accepted" and in_use and self.door.root is root:
            self._wrong("the root is deleted that vouches for the connection")
        elif answer.status == "Failed" and was:
            self._trusted.append(root)

    async def _rotate(self) -> None:
        """Let the ends show a certificate of another root, which the station has."""
        roots = self._trusted
        if self._one_root:  # where a later one has proven itself, the one before is gone
            now = self.authorities.index(self._server.root)
            roots = [root for root in roots if self.authorities.index(root) >= now]
        if roots:
            self._server.root = self._random.choice(roots)

    async def _give(self, command: AnyRequest) -> Any:
        return await self._backend.give(command)

    def _wrong(self, what: str) -> None:
        at = asyncio.get_running_loop().time()
        self._backend.wrongs.append(f"at {at:.3f} {what}")


ONE = timedelta(days=1)

_WRONG = ("another key", "it has expired", "another station", "no certificate")
_WRONG_ROOTS = ("it has expired", "no authority", "no certificate")


def _installation(text: str, *, is_16: bool) -> AnyRequest:
    if is_16:
        kinds = v16.CertificateUseEnumType
        return v16.InstallCertificateRequest(
            certificate_type=kinds.CENTRAL_SYSTEM_ROOT_CERTIFICATE, certificate=text
        )
    return v21.InstallCertificateRequest(
        certificate_type=v21.InstallCertificateUseEnumType.CSMS_ROOT_CERTIFICATE, certificate=text
    )


def _deletion(data: CertificateHashDataType, *, is_16: bool) -> AnyRequest:
    if not is_16:
        return v21.DeleteCertificateRequest(certificate_hash_data=data)
    return v16.DeleteCertificateRequest(
        certificate_hash_data=v16.CertificateHashDataType(
            hash_algorithm=v16.HashAlgorithmEnumType(data.hash_algorithm),
            issuer_name_hash=data.issuer_name_hash,
            issuer_key_hash=data.issuer_key_hash,
            serial_number=data.serial_number,
        )
    )
