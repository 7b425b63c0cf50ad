"""Connection URL, versions and back-off (OCPP-J 3.1; 2.0.1 part 4, 5.3)."""

from itertools import islice
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.connection import Endpoint, OcppVersion, reconnect_delays
from pilotwire.connection.backoff import LONGEST_DELAY, SHORTEST_DELAY
from pilotwire.errors import BadUrl, Unsecured
from pilotwire.rpc import Edition


def endpoint(url: str = "ws://csms.example/ocpp", identity: str = "CS001", **more: Any) -> Endpoint:
    fields: dict[str, Any] = {"versions": (OcppVersion.V2_0_1,), "unsecured": True, **more}
    return Endpoint(url, identity, **fields)


@pytest.mark.parametrize(
    ("url", "identity", "connection_url"),
    [
        ("ws://csms.example.com/ocpp", "CS001", "ws://csms.example.com/ocpp/CS001"),
        ("wss://csms.example.com/ocppj", "RDAM 123", "wss://csms.example.com/ocppj/RDAM%20123"),
        ("ws://csms.example.com:8080", "a/b", "ws://csms.example.com:8080/a%2Fb"),
        ("ws://[::1]:9000/ocpp/", "Süd|1", "ws://[::1]:9000/ocpp/S%C3%BCd%7C1"),
        ("wss://csms.example.com/ocpp?tenant=7", "1", "wss://csms.example.com/ocpp/1?tenant=7"),
    ],
)
def test_the_identity_is_appended_percent_encoded(
    url: str, identity: str, connection_url: str
) -> None:
    assert endpoint(url, identity).connection_url == connection_url


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "no scheme"),
        ("csms.example/ocpp", "no scheme"),
        ("https://csms.example", "not https://"),
        ("ws:///ocpp", "no host"),
        ("ws://csms.example:99999/", "cannot be read"),
        ("ws://csms.example:0/", "port 0"),
        ("ws://[::1/", "cannot be read"),
        ("ws://me:s3cret@csms.example/", "credentials"),
        ("ws://csms.example/#top", "fragment"),
        ("ws://csms.example/a b", "space"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_in_one_line(url: str, problem: str) -> None:
    with pytest.raises(BadUrl, match=problem) as caught:
        endpoint(url)
    assert "\n" not in str(caught.value)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("url", ["ws://csms.example", "ws://10.0.0.1:9000", "WS://[fd00::1]/ocpp"])
def test_security_profile_0_must_be_allowed(url: str) -> None:
    with pytest.raises(Unsecured, match="neither TLS nor a password"):
        endpoint(url, unsecured=False)
    endpoint(url)
    endpoint(url, unsecured=False, password="0123456789abcdef")
    endpoint(url.lower().replace("ws:", "wss:"), unsecured=False)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.0.1:9000", "[::1]:9000"])
def test_within_the_machine_it_need_not(host: str) -> None:
    endpoint(f"ws://{host}/ocpp", unsecured=False)


@given(st.text(max_size=30))
def test_any_url_is_usable_or_refused_as_a_bad_url(text: str) -> None:
    for url in (text, "ws://" + text):
        try:
            usable = endpoint(url)
        except BadUrl:
            continue
        assert usable.connection_url.isascii()


@pytest.mark.parametrize(
    "more",
    [{"identity": ""}, {"identity": "a:b"}, {"identity": "a\n"}, {"versions": ()},
     {"ping_interval": -1.0}, {"password": "s3cret\n"}],
)  # fmt: skip
def test_other_settings_are_checked_too(more: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"identity|version|interval|password") as caught:
        endpoint(**more)
    assert "s3cret" not in str(caught.value)


def test_a_colon_in_the_identity_is_refused_only_where_it_cannot_be() -> None:
    """A MAC address as an identity: 2.0.1 part 4, 3.1.1 forbids the colon, 1.6 does not."""
    mac, old = "00:80:F4:00:00:01", (OcppVersion.V1_6,)
    url = endpoint(identity=mac, versions=old).connection_url
    assert url == "ws://csms.example/ocpp/00%3A80%3AF4%3A00%3A00%3A01"
    with pytest.raises(ValueError, match="Basic authentication"):
        endpoint(identity=mac, versions=old, password="s3cret")
    with pytest.raises(ValueError, match=r"OCPP 2\.1 forbids"):
        endpoint(identity=mac, versions=(OcppVersion.V1_6, OcppVersion.V2_1))


def test_an_identity_has_48_characters_where_2_x_may_be_spoken() -> None:
    """2.0.1 part 4, 3.1.1; OCPP-J 1.6 sets no limit."""
    endpoint(identity="a" * 48)
    endpoint(identity="a" * 49, versions=(OcppVersion.V1_6,))
    with pytest.raises(ValueError, match=r"48 characters of OCPP 2\.0\.1"):
        endpoint(identity="a" * 49, versions=(OcppVersion.V1_6, OcppVersion.V2_0_1))


def test_the_password_is_not_printed() -> None:
    assert "s3cret" not in repr(endpoint(password="s3cret"))


@pytest.mark.parametrize("version", OcppVersion)
def test_a_version_is_known_by_number_and_subprotocol(version: OcppVersion) -> None:
    assert OcppVersion.parse(version.value) is version
    assert OcppVersion.parse(version.subprotocol) is version


@pytest.mark.parametrize("version", OcppVersion)
def test_a_version_has_its_edition_of_ocpp_j(version: OcppVersion) -> None:
    assert (
        version.edition
        is {
            OcppVersion.V1_6: Edition.V16,
            OcppVersion.V2_0_1: Edition.V201,
            OcppVersion.V2_1: Edition.V21,
        }[version]
    )


def test_the_newest_version_is_offered_and_chosen_like_the_others() -> None:
    versions = OcppVersion.parse_all(["2.1", "ocpp2.0.1", "1.6"])
    assert [version.subprotocol for version in versions] == ["ocpp2.1", "ocpp2.0.1", "ocpp1.6"]
    assert sorted(versions) == list(OcppVersion)


def test_an_unknown_version_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"'2\.0'; known are 1\.6, 2\.0\.1, 2\.1"):
        OcppVersion.parse("2.0")
    with pytest.raises(ValueError, match="no OCPP version"):
        OcppVersion.parse_all([])
    with pytest.raises(ValueError, match=r"a list or a tuple: \['1\.6'\]"):
        OcppVersion.parse_all("1.6")
    assert OcppVersion.parse_all(["2.0.1", "1.6", "ocpp2.0.1"]) == (
        OcppVersion.V2_0_1,
        OcppVersion.V1_6,
    )


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 8), st.integers())
def test_the_back_off_doubles_with_a_random_part_and_then_stays(
    minimum: int, random_range: int, times: int, seed: int
) -> None:
    delays = reconnect_delays(
        wait_minimum=minimum,
        random_range=random_range,
        repeat_times=times,
        random=Random(seed),
    )
    growing = list(islice(delays, times + 1))
    for doublings, delay in enumerate(growing):
        least = max(minimum * 2**doublings, SHORTEST_DELAY)
        assert least <= delay <= max(minimum * 2**doublings + random_range, SHORTEST_DELAY)
    assert set(islice(delays, 5)) == {growing[-1]}


def test_no_back_off_is_longer_than_a_day() -> None:
    """The CSMS may set all three (2.0.1 part 2, OCPPCommCtrlr)."""
    delays = reconnect_delays(
        wait_minimum=2**31 - 1, random_range=2**31 - 1, repeat_times=2**31 - 1, random=Random(0)
    )
    assert set(islice(delays, 3000)) == {LONGEST_DELAY}
    growing = list(
        islice(
            reconnect_delays(wait_minimum=1, random_range=0, repeat_times=99, random=Random(0)), 99
        )
    )
    assert growing == sorted(growing)
    assert growing[-1] == LONGEST_DELAY


def test_negative_back_off_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        reconnect_delays(wait_minimum=-1, random_range=0, repeat_times=0, random=Random(0))
