"""`pilotwire cert`: what somebody at the charger sees and does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from pilotwire.charging_station import CertificateFolder
from pilotwire.station.security.words import CertificateSubject
from tests.support.authority import ORGANIZATION, Authority, key_text, new_key, pem
from tests.unit.cli.commands import pilotwire

NOW = datetime.now(UTC)
YEAR = timedelta(days=365)


def root(name: str = "Root", ends: timedelta = 10 * YEAR) -> Authority:
    return Authority(name, begins=NOW - YEAR, ends=NOW + ends)


class Charger:
    """A folder, and the commands for it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = folder / "certificates"
        self._folder = folder
        self._capsys = capsys

    def cert(self, command: str, *arguments: str, code: int = 0) -> str:
        """What a command prints."""
        assert pilotwire("cert", command, str(self.path), *arguments) == code
        shown, errors = self._capsys.readouterr()
        assert bool(errors) is (code not in {0, 1})
        assert "Traceback" not in errors
        return errors or shown

    def file(self, name: str, text: str) -> str:
        path = self._folder / name
        path.write_text(text)
        path.chmod(0o600)
        return str(path)

    def trusts(self, authority: Authority, use: str = "csms-root") -> str:
        return self.cert("import", self.file("root.pem", authority.text), "--use", use)

    def gets(self, authority: Authority, ends: timedelta = YEAR) -> None:
        """A certificate and key from elsewhere."""
        key = new_key()
        own = authority.sign(key.public_key(), begins=NOW - YEAR, ends=NOW + ends)
        chain, private = self.file("own", pem(own)), self.file("key", key_text(key))
        self.cert("import", chain, "--use", "own", "--key", private)


@pytest.fixture
def charger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Charger:
    return Charger(tmp_path, capsys)


def test_a_root_is_imported_and_listed(charger: Charger) -> None:
    authority = root()
    assert charger.trusts(authority) == (
        f"trusted as CSMSRootCertificate: CN=Root,O={ORGANIZATION}\n"
    )
    charger.trusts(root("Maker"), "manufacturer-root")
    charger.trusts(root("Vehicles"), "v2g-root")
    listed = charger.cert("list")
    for word in (
        "csms-root-",
        "CSMSRootCertificate, trusted",
        "ManufacturerRootCertificate, trusted",
        "V2GRootCertificate, trusted",
        "issuer    itself",
        f"serial    {authority.certificate.serial_number:x}\n",
        f"to {authority.ends:%Y-%m-%d %H:%M} UTC",
        "of the issuer's name ",
    ):
        assert word in listed
    store = CertificateFolder(charger.path).open()
    for each in store.trusted.anchors(set(type(store.trusted.csms_roots[0].use))):
        assert each.hash_data().issuer_key_hash in listed
    assert charger.cert("check").endswith("no certificate of its own, 3 trusted certificates\n")


def test_a_bundle_of_roots_is_imported_whole(charger: Charger) -> None:
    bundle = charger.file("bundle", root("One").text + root("Two").text)
    assert charger.cert("import", bundle, "--use", "csms-root").count("trusted as") == 2


def test_a_certificate_from_elsewhere(charger: Charger) -> None:
    authority = root()
    charger.trusts(authority)
    charger.gets(authority)
    listed = charger.cert("list")
    assert "own.pem: the station's own certificate, shown to the CSMS" in listed
    assert "in the folder" in listed
    assert "PRIVATE" not in listed
    assert "1 trusted certificate\n" in charger.cert("check")
    assert CertificateFolder(charger.path).open().own.proven is not None


@pytest.mark.parametrize("rsa_", [False, True])
def test_a_key_is_made_and_its_certificate_brought(rsa_: bool, charger: Charger) -> None:
    authority = root()
    charger.trusts(authority)
    more = ["--rsa"] if rsa_ else []
    text = charger.cert("csr", "--organization", ORGANIZATION, "--name", "SN-1", *more)
    request = x509.load_pem_x509_csr(text.encode())
    assert request.is_signature_valid
    assert isinstance(request.public_key(), rsa.RSAPublicKey) is rsa_
    assert request.subject.rfc4514_string() == f"CN=SN-1,O={ORGANIZATION}"
    assert "request.pem: a request that waits for its certificate" in charger.cert("list")
    # A station that starts meanwhile leaves the key where it is.
    CertificateFolder(charger.path).open().own.tidy_keys([])
    chain = authority.answer(text, begins=NOW - YEAR, ends=NOW + YEAR)
    charger.cert("import", charger.file("own", chain), "--use", "own")
    assert charger.cert("check").count("sound") == 1
    assert not (charger.path / "request.pem").exists()
    assert len(list(charger.path.glob("key-*.pem"))) == 1


def test_another_request_takes_the_place_of_one(charger: Charger) -> None:
    for _ in range(2):
        charger.cert("csr", "--organization", ORGANIZATION, "--name", "SN-1")
    assert len(list(charger.path.glob("key-*.pem"))) == 1


def test_the_key_in_use_outlives_a_request(charger: Charger) -> None:
    authority = root()
    charger.trusts(authority)
    charger.gets(authority)
    charger.cert("csr", "--organization", ORGANIZATION, "--name", "SN-1")
    assert len(list(charger.path.glob("key-*.pem"))) == 2
    CertificateFolder(charger.path).open().own.ask(CertificateSubject(ORGANIZATION, "SN-1"))
    assert charger.cert("check").count("sound") == 1


class TestCheck:
    def test_an_empty_folder(self, charger: Charger) -> None:
        charger.path.mkdir(mode=0o700)
        assert charger.cert("list").endswith("no certificates\n")
        assert "0 trusted certificates" in charger.cert("check")

    def test_who_may_read(self, charger: Charger) -> None:
        charger.trusts(root())
        charger.gets(root("Another"))
        (key,) = charger.path.glob("key-*.pem")
        key.chmod(0o644)
        charger.path.chmod(0o755)
        found = charger.cert("check", code=1)
        assert f"{charger.path}: open to others (mode 755)" in found
        assert f"{key.name}: open to others (mode 644)" in found
        assert "own.pem: no CSMS root certificate stands behind it" in found
        assert charger.path.stat().st_mode & 0o777 == 0o755  # it only looks

    def test_what_expires(self, charger: Charger) -> None:
        soon = root("Soon", timedelta(days=20))
        charger.trusts(soon)
        charger.gets(soon, timedelta(days=10))
        found = charger.cert("check", code=1)
        assert "own.pem: it expires in 9 days" in found
        assert ".pem: it expires in 19 days" in found

    def test_what_has_expired(self, charger: Charger) -> None:
        authority = root()
        charger.trusts(authority)
        charger.gets(authority, -timedelta(days=1))
        assert charger.cert("check", code=1) == "own.pem: it has expired\n"

    def test_what_has_no_key(self, charger: Charger) -> None:
        authority = root()
        charger.trusts(authority)
        charger.gets(authority)
        charger.cert("csr", "--organization", ORGANIZATION, "--name", "SN-1")
        for key in charger.path.glob("key-*.pem"):
            key.unlink()
        assert charger.cert("check", code=1).splitlines() == [
            "own.pem: there is no key for it in the folder",
            "request.pem: there is no key for it in the folder",
        ]
        assert "not in the folder" in charger.cert("list")

    def test_a_key_that_is_called_after_another(self, charger: Charger) -> None:
        charger.path.mkdir(mode=0o700)
        wrong = charger.path / f"key-{'0' * 64}.pem"
        wrong.write_text(key_text(new_key()))
        wrong.chmod(0o600)
        assert "another one than it is called after" in charger.cert("check", code=1)

    def test_what_can_not_be_used(self, charger: Charger) -> None:
        charger.trusts(root())
        for name in ("own.pem", "csms-root-x.pem", "key-x.pem", "request.pem", "notes.txt"):
            (charger.path / name).write_text("nothing")
        (charger.path / "new.pem").symlink_to("own.pem")
        (charger.path / "oem-root-x.pem").mkdir()
        (charger.path / "own.pem.unfinished").write_text("half")
        found = charger.cert("check", code=1).splitlines()
        assert {line.partition(":")[0] for line in found} == {
            *("own.pem", "csms-root-x.pem", "key-x.pem", "request.pem", "notes.txt"),
            *("new.pem", "oem-root-x.pem"),
        }
        assert charger.cert("list").count("not used: ") == len(found)
        assert (charger.path / "own.pem.unfinished").exists()

    def test_a_root_that_is_none(self, charger: Charger) -> None:
        leaf = Authority("Leaf", begins=NOW - YEAR, ends=NOW + YEAR, extensions=())
        charger.path.mkdir(mode=0o700)
        (charger.path / "csms-root-leaf.pem").write_text(leaf.text)
        assert charger.cert("check", code=1) == "csms-root-leaf.pem: it is no authority's\n"


class TestMistakes:
    @pytest.mark.parametrize("command", ["list", "check"])
    def test_no_folder(self, command: str, charger: Charger) -> None:
        assert "No such file or directory" in charger.cert(command, code=2)
        assert not charger.path.exists()

    def test_a_file_in_place_of_a_folder(self, charger: Charger) -> None:
        charger.path.write_text("")
        assert "cannot be used" in charger.cert("csr", *CSR, code=2)
        assert "Not a directory" in charger.cert("list", code=2)

    @pytest.mark.parametrize(
        ("use", "says"), [("csms-root", "0 certificates"), ("own", "0 certificates")]
    )
    def test_no_certificate(self, use: str, says: str, charger: Charger) -> None:
        assert says in charger.cert("import", charger.file("x", "x"), "--use", use, code=2)

    def test_what_is_not_to_be_trusted(self, charger: Charger) -> None:
        past = charger.file("past", root(ends=-timedelta(days=1)).text)
        assert "has expired" in charger.cert("import", past, "--use", "csms-root", code=2)
        assert not list(charger.path.glob("csms-root-*"))

    def test_a_key_of_another(self, charger: Charger) -> None:
        authority = root()
        own = pem(authority.sign(new_key().public_key(), begins=NOW - YEAR, ends=NOW + YEAR))
        chain, key = charger.file("own", own), charger.file("key", key_text(new_key()))
        said = charger.cert("import", chain, "--use", "own", "--key", key, code=2)
        assert "it is for another key" in said
        assert not list(charger.path.glob("key-*"))
        bad = charger.file("key", "secret")
        said = charger.cert("import", chain, "--use", "own", "--key", bad, code=2)
        assert "a private key can't be read" in said
        assert "secret" not in said

    def test_words(self, charger: Charger) -> None:
        some = charger.file("x", root().text)
        assert "not 'root'" in charger.cert("import", some, "--use", "root", code=2)
        with_key = ("--use", "csms-root", "--key", some)
        assert "--use own" in charger.cert("import", some, *with_key, code=2)
        none = charger.file("x", "\u00e9")
        assert "PEM" in charger.cert("import", none, "--use", "own", code=2)
        assert "No such file" in charger.cert("import", "/nonexistent", "--use", "own", code=2)
        for option in ("--organization", "--name"):
            for text in ("", "x" * 65, "a\nb"):
                words = [*CSR]
                words[words.index(option) + 1] = text
                assert option in charger.cert("csr", *words, code=2)

    def test_a_folder_that_is_full(self, charger: Charger) -> None:
        key = new_key()
        for number in range(20):
            one = Authority(f"{number}", key=key, begins=NOW - YEAR, ends=NOW + YEAR)
            charger.trusts(one)
        more = charger.file("x", root().text)
        said = charger.cert("import", more, "--use", "csms-root", code=2)
        assert "20 certificates are trusted already" in said

    def test_a_station_runs(self, charger: Charger) -> None:
        charger.trusts(root())
        some = charger.file("x", root("More").text)
        with CertificateFolder(charger.path).claimed():
            assert "1 trusted certificate" in charger.cert("check")
            charger.cert("list")
            for command in (("import", some, "--use", "csms-root"), ("csr", *CSR)):
                assert "in use by a station that runs" in charger.cert(*command, code=4)
        assert "trusted" in charger.cert("import", some, "--use", "csms-root")


CSR = ("--organization", ORGANIZATION, "--name", "SN-1")
