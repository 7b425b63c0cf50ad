"""The authority of the small CSMS: what it signs and what not, its files, and its successors."""

import base64
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA224, SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import NameOID

from pilotwire.csms import RequestRefused
from pilotwire.csms.authority import Authority
from pilotwire.csms.statuses import ocsp_result, status_of
from pilotwire.ocpp import v21
from pilotwire.station.security.hashes import hash_data, issuer_key
from pilotwire.station.vocabulary import HashAlgorithm
from tests.support.authority import new_key, pem

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
WEAK = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 -- to be refused
ME = frozenset({"CS-1", "SN-1"})


def now() -> datetime:
    return NOW


def authority(folder: Path, organization: str | None = None) -> Authority:
    return Authority(folder / "ca", organization=organization, now=now)


def request_text(
    common_name: str | None = "SN-1",
    organization: str | None = "Pilotwire",
    *,
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | None = None,
    hashed: SHA256 | SHA224 | None = None,
) -> str:
    parts = [
        x509.NameAttribute(which, text)
        for which, text in (
            (NameOID.ORGANIZATION_NAME, organization),
            (NameOID.COMMON_NAME, common_name),
        )
        if text is not None
    ]
    builder = x509.CertificateSigningRequestBuilder(x509.Name(parts))
    return builder.sign(key or new_key(), hashed or SHA256()).public_bytes(Encoding.PEM).decode()


def trusted_by(*certificates: x509.Certificate) -> set[str]:
    return {f"{each.serial_number:x}" for each in certificates}


def test_it_is_made_on_first_use_and_kept(tmp_path: Path) -> None:
    first = authority(tmp_path, "Example Charging")
    again = authority(tmp_path)
    assert again.root.certificate == first.root.certificate
    assert again.organization == "Example Charging"
    folder = tmp_path / "ca"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {each.stat().st_mode & 0o777 for each in folder.iterdir()} == {0o600}
    with pytest.raises(ValueError, match="is of 'Example Charging'"):
        authority(tmp_path, "Another")
    assert "PrivateKey" not in repr(first.root)


def test_a_damaged_root_is_told(tmp_path: Path) -> None:
    authority(tmp_path)
    (tmp_path / "ca/root-1-key.pem").write_text("no key")
    with pytest.raises(OSError, match=r"root 1 in .* can't be used: a private key can't be read"):
        authority(tmp_path)


def test_it_signs_for_a_station(tmp_path: Path) -> None:
    """A00.FR.509, A00.FR.511."""
    ca = authority(tmp_path)
    issued = ca.sign(request_text(), ME, "CS-1")
    issued.certificate.verify_directly_issued_by(ca.root.certificate)
    assert issued.certificate.subject.rfc4514_string() == "CN=SN-1,O=Pilotwire"
    assert issued.certificate.not_valid_after_utc == NOW + timedelta(days=365)
    constraints = issued.certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert not constraints.value.ca
    # What it has signed is known to it later, in another process, too.
    shown = issued.certificate.public_bytes(Encoding.DER)
    for each in (ca, authority(tmp_path)):
        assert each.belongs(shown, "CS-1", frozenset({"CS-1"}))
        assert not each.belongs(shown, "CS-2", frozenset({"CS-2", "SN-1"}))


@pytest.mark.parametrize(
    ("request_", "why"),
    [
        (request_text("SN-2"), "this station's"),
        (request_text(None), "this station's"),
        (request_text(organization="Another"), "organization"),
        (request_text(organization=None), "organization"),
        (request_text(key=WEAK), "weak"),
        (request_text(key=ec.generate_private_key(ec.SECP192R1())), "weak"),
        (request_text(hashed=SHA224()), "hash"),
        ("no request", "can't be read"),
        ("", "can't be read"),
        ("\u20ac", "can't be read"),
    ],
)
def test_it_does_not_sign(request_: str, why: str, tmp_path: Path) -> None:
    """A00.FR.404, A00.FR.405, A00.FR.501 to A00.FR.504."""
    ca = authority(tmp_path)
    with pytest.raises(RequestRefused, match=why):
        ca.sign(request_, ME, "CS-1")
    assert not list((tmp_path / "ca").glob("issued-*"))


def test_it_remembers_a_bounded_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has expired gives way, and nothing else."""
    monkeypatch.setattr("pilotwire.csms.authority.MOST", 3)
    ca = authority(tmp_path)
    first, *others = (ca.sign(request_text(), ME, "CS-1").certificate for _ in range(3))
    with pytest.raises(RequestRefused, match="3 certificates are signed already"):
        ca.sign(request_text(), ME, "CS-1")
    assert all(ca.issued(each.serial_number) for each in (first, *others))
    later = Authority(tmp_path / "ca", now=lambda: first.not_valid_after_utc + timedelta(1))
    newest = [later.sign(request_text(), ME, "CS-1").certificate for _ in range(3)]
    assert all(later.issued(each.serial_number) for each in newest)
    assert len(list((tmp_path / "ca").glob("issued-*"))) == 3


def test_it_does_not_sign_what_was_changed_on_the_way(tmp_path: Path) -> None:
    der = bytearray(x509.load_pem_x509_csr(request_text().encode()).public_bytes(Encoding.DER))
    place = der.index(b"SN-1")
    der[place : place + 4] = b"CS-1"
    body = base64.encodebytes(bytes(der)).decode()
    text = f"-----BEGIN CERTIFICATE REQUEST-----\n{body}-----END CERTIFICATE REQUEST-----\n"
    with pytest.raises(RequestRefused, match="not signed with its own key"):
        authority(tmp_path).sign(text, ME, "CS-1")


def test_a_certificate_of_another_authority_or_organization_is_no_stations(tmp_path: Path) -> None:
    ca, other = authority(tmp_path), Authority(tmp_path / "other", organization="Another", now=now)
    theirs = other.sign(request_text(organization="Another"), ME, "CS-1").certificate
    assert not ca.belongs(theirs.public_bytes(Encoding.DER), "CS-1", ME)
    assert not ca.belongs(b"no certificate", "CS-1", ME)


class TestSuccessors:
    def test_each_is_signed_by_the_one_before(self, tmp_path: Path) -> None:
        """M05.FR.10."""
        ca = authority(tmp_path)
        first = ca.root
        second = ca.replace_root()
        assert second.successor is not None
        second.successor.verify_directly_issued_by(first.certificate)
        second.certificate.verify_directly_issued_by(second.certificate)
        assert second.successor.public_key() == second.certificate.public_key()
        assert [each.number for each in authority(tmp_path).roots] == [1, 2]
        ca.sign(request_text(), ME, "CS-1").certificate.verify_directly_issued_by(
            authority(tmp_path).root.certificate
        )

    def test_a_station_is_given_what_leads_from_its_root_to_the_newest(
        self, tmp_path: Path
    ) -> None:
        ca = authority(tmp_path)
        first, second, third = ca.root, ca.replace_root(), ca.replace_root()
        assert second.successor is not None
        assert third.successor is not None
        steps = (pem(second.successor), pem(third.successor))
        assert ca.to_install(trusted_by(first.certificate)) == steps
        assert ca.to_install(trusted_by(second.successor)) == steps[1:]
        assert ca.to_install(trusted_by(second.certificate)) == steps[1:]
        assert ca.to_install(trusted_by(third.certificate)) == ()
        assert ca.to_install(trusted_by(first.certificate, third.successor)) == ()
        assert ca.to_install(set()) == (pem(third.certificate),)
        assert ca.to_install({"1f"}) == (pem(third.certificate),)

    def test_a_certificate_comes_with_what_leads_to_the_stations_root(self, tmp_path: Path) -> None:
        ca = authority(tmp_path)
        first, second = ca.root, ca.replace_root()
        assert second.successor is not None
        issued = ca.sign(request_text(), ME, "CS-1")
        alone = pem(issued.certificate)
        assert ca.chain(issued, trusted_by(second.certificate)) == alone
        assert ca.chain(issued, trusted_by(first.certificate)) == alone + pem(second.successor)
        assert ca.chain(issued, set()) == alone


class TestServer:
    def test_it_has_a_certificate_for_its_names(self, tmp_path: Path) -> None:
        """A00.FR.510; the suites of A00.FR.421 want two kinds of keys."""
        ca = authority(tmp_path)
        context = ca.server_context("csms.example.com", "10.0.0.1")
        for kind, public in (("ec", ec.EllipticCurvePublicKey), ("rsa", rsa.RSAPublicKey)):
            text = (tmp_path / f"ca/server-{kind}.pem").read_bytes()
            shown = x509.load_pem_x509_certificate(text)
            assert isinstance(shown.public_key(), public)
            assert shown.subject.rfc4514_string() == "CN=csms.example.com,O=Pilotwire"
            names = shown.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
            assert {str(each.value) for each in names} == {"csms.example.com", "10.0.0.1"}
        suites = {each["name"] for each in context.get_ciphers()}
        assert suites >= {
            "ECDHE-ECDSA-AES128-GCM-SHA256",
            "ECDHE-ECDSA-AES256-GCM-SHA384",
            "AES128-GCM-SHA256",
            "AES256-GCM-SHA384",
        }
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2
        assert context.verify_mode is ssl.CERT_OPTIONAL

    def test_it_keeps_it_as_long_as_it_is_good(self, tmp_path: Path) -> None:
        def shown() -> bytes:
            return (tmp_path / "ca/server-ec.pem").read_bytes()

        authority(tmp_path).server_context("localhost")
        first = shown()
        authority(tmp_path).server_context("localhost")
        assert shown() == first
        authority(tmp_path).server_context("localhost", "127.0.0.1")
        second = shown()
        assert second != first
        later = Authority(tmp_path / "ca", now=lambda: NOW + timedelta(days=365))
        later.server_context("localhost")
        assert shown() != second

    def test_it_has_a_name(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="a name or an address"):
            authority(tmp_path).server_context()


class TestStatus:
    """M06, M07."""

    @pytest.mark.parametrize("algorithm", list(HashAlgorithm))
    def test_what_it_has_signed_is_good(self, algorithm: HashAlgorithm, tmp_path: Path) -> None:
        ca = authority(tmp_path)
        issued, root = ca.sign(request_text(), ME, "CS-1").certificate, ca.root
        ca.replace_root()  # what the one before has signed is as good as ever
        for certificate in (issued, root.certificate):
            data = hash_data(certificate, issuer_key(certificate, root.certificate), algorithm)
            assert status_of(ca, data) is v21.CertificateStatusEnumType.GOOD
            asked = v21.OCSPRequestDataType(
                **{name: getattr(data, name) for name in data.model_fields_set},
                responder_url="http://127.0.0.1/",
            )
            result = ocsp_result(ca, asked, (NOW, NOW + timedelta(days=1)))
            assert result is not None
            response = ocsp.load_der_ocsp_response(base64.b64decode(result))
            assert response.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL
            (single,) = response.responses
            assert single.certificate_status is ocsp.OCSPCertStatus.GOOD
            assert single.serial_number == certificate.serial_number
            assert (single.this_update_utc, single.next_update_utc) == (
                NOW,
                NOW + timedelta(days=1),
            )
            key = root.certificate.public_key()
            assert isinstance(key, ec.EllipticCurvePublicKey)
            key.verify(response.signature, response.tbs_response_bytes, ec.ECDSA(SHA256()))

    def test_of_others_it_knows_nothing(self, tmp_path: Path) -> None:
        ca, other = authority(tmp_path), Authority(tmp_path / "other", now=now)
        theirs, ours = (
            hash_data(each, issuer_key(each, each))
            for each in (other.root.certificate, ca.root.certificate)
        )
        assert status_of(ca, theirs) is v21.CertificateStatusEnumType.FAILED
        never = ours.replace(serial_number="1f")
        assert status_of(ca, never) is v21.CertificateStatusEnumType.UNKNOWN
        for serial_number in ("", "xyz", "-1"):
            strange = ours.replace(serial_number=serial_number)
            assert status_of(ca, strange) is v21.CertificateStatusEnumType.UNKNOWN


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Pilotwire"),
            x509.NameAttribute(NameOID.COMMON_NAME, "SN-1"),
        ]
    )
    builder = x509.CertificateSigningRequestBuilder(name)
    text = builder.sign(ed25519.Ed25519PrivateKey.generate(), None).public_bytes(Encoding.PEM)
    with pytest.raises(RequestRefused, match="no kind"):
        authority(tmp_path).sign(text.decode(), ME, "CS-1")
