"""What a URL may be that the CSMS names, and what of it is never told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotwire.station.transfer import BadLocationError, Location


def test_what_is_in_it() -> None:
    at = Location.parse("FTP://some%40body:s3cret%2F@Files.Example:2121/fw/a%20b.bin;type=i#top")

    assert (at.scheme, at.host, at.port) == ("ftp", "files.example", 2121)
    assert (at.user, at.password) == ("some@body", "s3cret/")
    assert at.path == "/fw/a b.bin"
    assert "#" not in at.url


@pytest.mark.parametrize(
    ("url", "port", "secured"),
    [
        ("http://a/x", 80, False),
        ("https://a/x", 443, True),
        ("ftp://a/x", 21, False),
        ("ftps://a/x", 990, True),
        ("sftp://[2001:db8::1]/x", 22, True),
    ],
)
def test_the_ports_that_nobody_names(url: str, port: int, secured: bool) -> None:
    at = Location.parse(url)

    assert (at.port, at.secured) == (port, secured)


def test_no_secret_is_told() -> None:
    at = Location.parse("https://somebody:s3cret@files.example:8443/fw/1.bin?signature=s3cret")

    assert str(at) == "https://files.example:8443/fw/1.bin?..."
    for told in (str(at), repr(at), f"{at}", repr([at])):
        assert "s3cret" not in told
        assert "somebody" not in told
    assert at.request_url == "https://files.example:8443/fw/1.bin?signature=s3cret"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "no scheme"),
        ("files.example/x", "no scheme"),
        ("file:///etc/shadow", "of file:"),
        ("gopher://a/x", "of gopher:"),
        ("https://", "no host"),
        ("https:///x", "no host"),
        ("https://a:0/x", "port 0"),
        ("https://a:99999/x", "no URL"),
        ("https://[::1/x", "no URL"),
        ("https://a/x y", "space"),
        ("https://a/x\r\nHost: b", "control"),
        ("ftp://a/x%0d%0aDELE%20y", "path holds a control"),
        ("ftp://a%0d%0aDELE:b@c/x", "user holds a control"),
        ("ftp://a:b%00@c/x", "password holds a control"),
        (f"https://a/{'x' * 2000}", "longer than 2000"),
    ],
)
def test_what_can_not_be_used(url: str, why: str) -> None:
    with pytest.raises(BadLocationError, match=why):
        Location.parse(url)


def test_no_refusal_tells_a_secret() -> None:
    for url in ("x://a:s3cret@b/c", "https://a:s3cret@b:0/c", "https://a:s3cret@[b/c"):
        with pytest.raises(BadLocationError) as error:
            Location.parse(url)
        assert "s3cret" not in str(error.value)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a/fw/one-1.2.bin", "one-1.2.bin"),
        ("https://a/fw/one.bin?x=/../y", "one.bin"),
        ("https://a/fw/", None),
        ("https://a", None),
        ("https://a/fw/..", None),
        ("https://a/fw/.profile", None),
        ("https://a/fw/..%2f..%2fetc%2fpasswd", "passwd"),
        ("https://a/fw/a%5cb", None),
        ("https://a/fw/%C3%A9", None),
        (f"https://a/{'x' * 200}", None),
    ],
)
def test_a_name_for_a_file_here_leads_nowhere_else(url: str, name: str | None) -> None:
    assert Location.parse(url).file_name == name


def test_a_name_is_appended_after_a_slash_alone() -> None:
    """N01.FR.21, N01.FR.29."""
    folder, file = Location.parse("https://a/logs/"), Location.parse("https://a/put?id=7")

    assert folder.for_file("log.gz").url == "https://a/logs/log.gz"
    assert file.for_file("log.gz") == file


def test_in_1_6_a_location_is_a_folder() -> None:
    """1.6 6.25."""
    for url in ("ftp://u:p@a/logs", "ftp://u:p@a/logs/"):
        at = Location.parse(url).in_folder("log.gz")
        assert (at.path, at.user, at.password) == ("/logs/log.gz", "u", "p")
    assert Location.parse("ftp://a").in_folder("log.gz").url == "ftp://a/log.gz"


def test_a_password_goes_along_to_the_same_server_only() -> None:
    at = Location.parse("https://u:p@a/x")

    same, other = at.redirected("/y"), at.redirected("https://b/y")
    assert (same.request_url, same.user, same.password) == ("https://a/y", "u", "p")
    assert (other.request_url, other.user, other.password) == ("https://b/y", None, None)
    assert at.redirected("https://v:w@b/y").user is None
    assert at.redirected("https://a:444/y").user is None
    with pytest.raises(BadLocationError):
        at.redirected("file:///etc/shadow")


def test_the_same_file_is_known_whoever_fetches_it() -> None:
    one = Location.parse("https://u:p@a/x").fingerprint

    assert one == Location.parse("https://a/x").fingerprint
    assert one != Location.parse("https://a/y").fingerprint


def read(url: str) -> tuple[Location | None, str]:
    try:
        return Location.parse(url), ""
    except BadLocationError as error:
        return None, str(error)


PIECES = (
    "://",
    "@",
    ":",
    "/",
    "%0d%0a",
    "%00",
    "..",
    "?",
    "#",
    "[",
    "]",
    "sftp",
    "ftp",
    "https",
    "a",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=20).map("".join))
def test_any_text_is_a_location_or_is_refused(text: str) -> None:
    for url in (text, f"https://{text}", f"ftp://u:s3cret@{text}"):
        at, refusal = read(url)
        if at is None:
            assert "s3cret" not in refusal
            continue
        assert "s3cret" not in f"{at} {at!r} {at.request_url}"
        assert not any(c < " " for c in at.path + (at.user or "") + (at.password or ""))
        assert "/" not in (at.file_name or "")
        for further in (at.for_file("log.gz"), at.in_folder("log.gz")):
            assert Location.parse(further.url).origin == at.origin
