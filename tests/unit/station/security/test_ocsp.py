"""What an OCSP responder says, judged (RFC 6960, 3.2): the CSMS that brings it is not trusted."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.station.security.chains import Link, links_of
from pilotwire.station.security.ocsp import LONGEST, read_response
from pilotwire.station.security.words import BadCertificateError
from pilotwire.station.vocabulary import CertificateStatus
from tests.support.authority import YEAR, Authority, new_key, pem
from tests.support.responder import (
    CRL,
    OCSP_URL,
    delegate,
    names_list,
    names_responder,
    ocsp_response,
)
from tests.support.scene import EPOCH

DAY = timedelta(days=1)
ROOT = Authority()
LEAF = ROOT.sign(new_key().public_key(), extensions=[names_responder()])
(LINK,) = links_of(pem(LEAF), [ROOT.certificate])
STRANGER = Authority("Stranger")


def leaf_of(root: Authority) -> Link:
    (link,) = links_of(pem(root.sign(new_key().public_key())), [root.certificate])
    return link


@pytest.mark.parametrize("by_key", [False, True])
@pytest.mark.parametrize("by", [None, delegate(ROOT)])
@pytest.mark.parametrize("status", ocsp.OCSPCertStatus)
def test_the_issuer_or_who_speaks_for_it_is_believed(
    status: ocsp.OCSPCertStatus, by: Authority | None, by_key: bool
) -> None:
    said = read_response(
        ocsp_response(LEAF, ROOT, by=by, by_key=by_key, status=status), LINK, EPOCH
    )
    assert said.status is CertificateStatus(status.name.title())
    assert (said.this_update, said.next_update) == (EPOCH, EPOCH + 7 * DAY)


def test_of_an_rsa_key() -> None:
    root = Authority(key=rsa.generate_private_key(65537, 2048))
    link = leaf_of(root)
    assert read_response(ocsp_response(link.certificate, root), link, EPOCH).status == "Good"


def test_of_an_ed25519_key() -> None:
    by = delegate(ROOT, key=ed25519.Ed25519PrivateKey.generate())
    response = ocsp_response(LEAF, ROOT, by=by, next_update=None, hashed=False)
    assert read_response(response, LINK, EPOCH).next_update is None


WRONG: Mapping[str, Callable[[], bytes]] = {
    "of another": lambda: ocsp_response(ROOT.sign(new_key().public_key()), ROOT),
    "of another issuer": lambda: ocsp_response(LEAF, STRANGER),
    "by a stranger": lambda: ocsp_response(LEAF, ROOT, by=STRANGER),
    "by a stranger of the same name": lambda: ocsp_response(LEAF, ROOT, by=Authority()),
    "by who may sign nothing": lambda: ocsp_response(LEAF, ROOT, by=Authority("Sub", ROOT)),
    "by who speaks for another": lambda: ocsp_response(LEAF, ROOT, by=delegate(STRANGER)),
    "by who might speak no more": lambda: ocsp_response(
        LEAF, ROOT, by=delegate(ROOT, ends=EPOCH - DAY, begins=EPOCH - YEAR)
    ),
    "by who is not shown": lambda: ocsp_response(LEAF, ROOT, by=delegate(ROOT), shown=False),
    "outdated": lambda: ocsp_response(
        LEAF, ROOT, this_update=EPOCH - 2 * DAY, next_update=EPOCH - DAY
    ),
    "of the future": lambda: ocsp_response(LEAF, ROOT, this_update=EPOCH + timedelta(minutes=6)),
    "no answer": lambda: ocsp.OCSPResponseBuilder.build_unsuccessful(
        ocsp.OCSPResponseStatus.TRY_LATER
    ).public_bytes(Encoding.DER),
    "empty": bytes,
    "too long": lambda: ocsp_response(LEAF, ROOT) + bytes(LONGEST),
    "with more behind it": lambda: ocsp_response(LEAF, ROOT) + b"\0",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_anything_else_is_not(wrong: str) -> None:
    with pytest.raises(BadCertificateError):
        read_response(WRONG[wrong](), LINK, EPOCH)


def test_clocks_need_not_agree_to_the_minute() -> None:
    early = ocsp_response(LEAF, ROOT, this_update=EPOCH + timedelta(minutes=4))
    assert read_response(early, LINK, EPOCH).status == "Good"


GOOD = ocsp_response(LEAF, ROOT)


@given(st.integers(0, len(GOOD) * 8 - 1))
def test_no_bit_of_it_may_be_another(which: int) -> None:
    """But in what is not signed, and says nothing: then it says the same."""
    wrong = bytearray(GOOD)
    wrong[which // 8] ^= 1 << which % 8
    try:
        said = read_response(bytes(wrong), LINK, EPOCH)
    except BadCertificateError:
        return
    assert said == read_response(GOOD, LINK, EPOCH)


# Chains.


def test_a_chain_knows_where_to_ask() -> None:
    sub = Authority("Sub", ROOT, extensions=[*Authority.extensions, names_list()])
    leaf = sub.sign(new_key().public_key(), extensions=[names_responder(), names_list("ldap://x")])
    for text, known in (
        (pem(leaf, sub.certificate), [STRANGER.certificate, ROOT.certificate]),
        (pem(leaf, sub.certificate, ROOT.certificate), []),
    ):
        one, other = links_of(text, known)
        assert (one.certificate, one.issuer) == (leaf, sub.certificate)
        assert (one.responders, one.lists) == ((OCSP_URL,), ("ldap://x",))
        assert (other.certificate, other.issuer) == (sub.certificate, ROOT.certificate)
        assert (other.responders, other.lists) == ((), (CRL,))


def test_what_is_no_chain_is_told() -> None:
    sub = Authority("Sub", ROOT)
    leaf = sub.sign(new_key().public_key())
    for text, why in (
        ("nothing", "0 certificates"),
        (pem(leaf, sub.certificate), "nobody knows"),
        (pem(leaf, ROOT.certificate), "no chain"),
        (pem(ROOT.certificate, leaf), "nobody knows"),
    ):
        with pytest.raises(BadCertificateError, match=why):
            links_of(text, [])


def test_a_url_that_there_is_no_room_for_is_none() -> None:
    leaf = ROOT.sign(
        new_key().public_key(),
        extensions=[names_responder("http://" + "x" * 2000, OCSP_URL)],
    )
    (link,) = links_of(pem(leaf), [ROOT.certificate])
    assert link.responders == (OCSP_URL,)
