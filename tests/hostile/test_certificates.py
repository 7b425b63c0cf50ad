"""Texts that should be certificates, and hashes that should mean one: whatever a CSMS says of them,
the station answers with a status and goes on.
"""

import base64
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pilotwire.charging_station import CertificateFolder
from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SecurityCtrlr
from tests.support.authority import ORGANIZATION, Authority
from tests.support.scene import scene
from tests.support.virtual_time import run

ROOT = Authority()
USES = v21.InstallCertificateUseEnumType
SIGN = v21.MessageTriggerEnumType.SIGN_CHARGING_STATION_CERTIFICATE


def armoured(content: bytes) -> str:
    text = base64.encodebytes(content).decode()
    return f"-----BEGIN CERTIFICATE-----\n{text}-----END CERTIFICATE-----\n"


HALF = st.integers(0, len(ROOT.text)).map(lambda end: ROOT.text[:end])
TEXTS = st.text(max_size=300) | st.binary(max_size=300).map(armoured) | HALF | st.just(ROOT.text)
SEVERAL = st.lists(TEXTS, max_size=3).map("".join)
HASHES = st.builds(
    v21.CertificateHashDataType,
    hash_algorithm=st.sampled_from(v21.HashAlgorithmEnumType),
    issuer_name_hash=st.text(max_size=128),
    issuer_key_hash=st.text(max_size=128),
    serial_number=st.text(max_size=40),
)


@settings(max_examples=50, deadline=None)
@given(SEVERAL, st.sampled_from(USES), SEVERAL, HASHES)
def test_anything_for_a_certificate(
    root: str, use: v21.InstallCertificateUseEnumType, own: str, data: v21.CertificateHashDataType
) -> None:
    async def play(folder: Path) -> None:
        named = {SecurityCtrlr.OrganizationName: ORGANIZATION}
        certificates = CertificateFolder(folder, vehicle_roots=True)
        async with scene("2.1", certificates=certificates, settings=named) as s:
            await s.csms.call(v21.InstallCertificateRequest(certificate_type=use, certificate=root))
            await s.csms.call(v21.TriggerMessageRequest(requested_message=SIGN))
            await s.wait(1)
            signed = await s.csms.call(v21.CertificateSignedRequest(certificate_chain=own))
            assert signed.status == "Rejected"
            await s.csms.call(v21.DeleteCertificateRequest(certificate_hash_data=data))
            await s.csms.call(v21.GetInstalledCertificateIdsRequest())
            assert s.station.accepted
        CertificateFolder(folder).open()

    with TemporaryDirectory() as folder:
        run(play(Path(folder)))
