"""HTTP and HTTPS, through httpx.

A download goes on with Range and If-Range, where the server has told what its file is known by. An
upload is a PUT, or, where the server does not have that, a POST of a form with one file (N01.FR.18,
N01.FR.19). No redirection is followed by an upload (N01.FR.30), and none from TLS to none.
"""

import base64
import re
import ssl
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Final

import httpx

from pilotwire.station.transfer.carrier import Incoming, Since, Source
from pilotwire.station.transfer.errors import (
    BadLocationError,
    TransferError,
    Trouble,
    of_status,
)
from pilotwire.station.transfer.in_threads import on_disk
from pilotwire.station.transfer.limits import TransferLimits
from pilotwire.station.transfer.location import Location
from pilotwire.station.transfer.quiet import hush, hushed
from pilotwire.station.transfer.trust import Trust

__all__ = ["HttpCarrier"]

_MOST_REDIRECTIONS: Final = 5
_REDIRECTIONS: Final = frozenset({301, 302, 303, 307, 308})
_CONTENT_RANGE: Final = re.compile(r"bytes (?:(\d{1,18})-\d{1,18}|\*)/(\d{1,18}|\*)", re.ASCII)
_LONG: Final = 500
"""Characters that nothing has which tells a file from another."""

_TYPE: Final = "application/octet-stream"

hush("httpx", "httpcore.connection", "httpcore.http11")


class HttpCarrier:
    """See `carrier.Carrier`."""

    def __init__(self, trust: Trust, limits: TransferLimits) -> None:
        self._trust = trust
        self._timeout = httpx.Timeout(limits.silence, connect=limits.connect)

    @asynccontextmanager
    async def fetch(self, location: Location, since: Since | None) -> AsyncGenerator[Incoming]:
        """Have a file come."""
        async with self._client() as client:
            response = await _get(client, location, since)
            try:
                yield _incoming(response, since)
            finally:
                await response.aclose()

    async def store(self, location: Location, source: Source) -> None:
        """Have a file go."""
        async with self._client() as client:
            headers = {"Content-Type": _TYPE, "Content-Length": str(source.size)}
            status = await _send(client, "PUT", location, headers, source.chunks())
            if status in {405, 501}:
                status = await _send(client, "POST", location, *_form(source))
            if not 200 <= status < 300:
                raise of_status(status)

    @asynccontextmanager
    async def _client(self) -> AsyncGenerator[httpx.AsyncClient]:
        context = await on_disk(self._trust.context)
        try:
            with hushed():
                async with httpx.AsyncClient(
                    verify=context, timeout=self._timeout, trust_env=False, follow_redirects=False
                ) as client:
                    yield client
        except httpx.InvalidURL:
            raise BadLocationError("the location is no URL of HTTP") from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise _trouble(error) from None


async def _get(
    client: httpx.AsyncClient, location: Location, since: Since | None
) -> httpx.Response:
    """The response in which the file comes, after redirections, and from its beginning where the
    part that was asked for can't be had.
    """
    redirections = 0
    while True:
        headers = {"Accept-Encoding": "identity", **_authorization(location)}
        if since is not None:
            headers |= {"Range": f"bytes={since.length}-", "If-Range": since.validator}
        request = client.build_request("GET", location.request_url, headers=headers)
        response = await client.send(request, stream=True)
        status = response.status_code
        if status in {200, 206}:
            if status == 206 and since is not None and not _same(response, since):
                since = None  # it is another file by now, which If-Range should have told
            else:
                return response
        elif status == 416 and since is not None:
            if _of_whole(response) == since.length and _same(response, since):
                return response  # all of it is there
            since = None
        elif status in _REDIRECTIONS and "Location" in response.headers:
            redirections += 1
            location = _redirected(location, response.headers["Location"], redirections)
        else:
            await response.aclose()
            raise of_status(status)
        await response.aclose()


def _redirected(location: Location, to: str, count: int) -> Location:
    if count > _MOST_REDIRECTIONS:
        raise TransferError(Trouble.REDIRECTED, "the server redirects without end")
    try:
        there = location.redirected(to)
    except BadLocationError as error:
        text = f"the server redirects to where nothing can be: {error}"
        raise TransferError(Trouble.REDIRECTED, text) from None
    if there.scheme not in {"http", "https"} or (location.secured and not there.secured):
        text = f"the server redirects from {location.scheme} to {there.scheme}"
        raise TransferError(Trouble.REDIRECTED, text)
    return there


def _incoming(response: httpx.Response, since: Since | None) -> Incoming:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"", "identity"}:
        text = "the server encodes the file, which it was asked not to"
        raise TransferError(Trouble.PROTOCOL, text)
    validator = _validator(response)
    if response.status_code == 416 and since is not None:
        return Incoming(since.length, since.length, since.validator, _nothing())
    chunks = response.aiter_raw()
    if response.status_code == 206:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
        if since is None or found is None or found[1] is None or int(found[1]) != since.length:
            raise TransferError(Trouble.PROTOCOL, "the server sends another part of the file")
        size = None if found[2] == "*" else int(found[2])
        return Incoming(since.length, size, since.validator, chunks)
    length = response.headers.get("Content-Length", "")
    size = int(length) if length.isascii() and length.isdigit() else None
    return Incoming(0, size, validator, chunks)


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""  # what makes it a generator


def _validator(response: httpx.Response) -> str:
    """What If-Range takes: an ETag that is not weak, or else the time of the last change."""
    etag = str(response.headers.get("ETag", ""))
    found = etag if etag.startswith('"') else str(response.headers.get("Last-Modified", ""))
    return found if found.isascii() and found.isprintable() and len(found) < _LONG else ""


def _same(response: httpx.Response, since: Since) -> bool:
    return _validator(response) in {"", since.validator}


def _of_whole(response: httpx.Response) -> int | None:
    found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return None if found is None or found[2] == "*" else int(found[2])


def _authorization(location: Location) -> dict[str, str]:
    """Basic authentication, with what the URL has (N01.FR.25)."""
    if location.user is None:
        return {}
    if ":" in location.user:
        raise BadLocationError("the user holds a colon, which Basic authentication cannot carry")
    pair = f"{location.user}:{location.password or ''}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}


async def _send(
    client: httpx.AsyncClient,
    method: str,
    location: Location,
    headers: dict[str, str],
    content: AsyncIterator[bytes],
) -> int:
    request = client.build_request(
        method,
        location.request_url,
        headers=headers | _authorization(location),
        content=content,
    )
    response = await client.send(request, stream=True)
    await response.aclose()  # what a server has to say besides is of no use
    return response.status_code


def _form(source: Source) -> tuple[dict[str, str], AsyncIterator[bytes]]:
    """A form with one file, as browsers send it (RFC 7578)."""
    name = re.sub(r'[^ -~]|["\\]', "_", source.name)
    boundary = sha256(f"{name} {source.size}".encode()).hexdigest()[:48]
    before = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="uploadfile"; filename="{name}"\r\n'
        f"Content-Type: {_TYPE}\r\n\r\n"
    ).encode()
    after = f"\r\n--{boundary}--\r\n".encode()

    async def content() -> AsyncIterator[bytes]:
        yield before
        async for chunk in source.chunks():
            yield chunk
        yield after

    return {
        "Content-Type": f"multipart/form-data; boundary={boundary}",
        "Content-Length": str(len(before) + source.size + len(after)),
    }, content()


def _trouble(error: Exception) -> TransferError:
    """What httpx says, in our words: its own may hold the URL."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            text = f"the server's certificate: {cause.verify_message}"
            return TransferError(Trouble.UNTRUSTED, text)
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "no common settings").replace("_", " ").lower()
            return TransferError(Trouble.UNREACHABLE, f"no TLS with the server: {reason}")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectTimeout):
        return TransferError(Trouble.UNREACHABLE, "the server does not answer in time")
    if isinstance(error, httpx.ConnectError):
        return TransferError(Trouble.UNREACHABLE, "the server can't be reached")
    if isinstance(error, httpx.TimeoutException):
        return TransferError(Trouble.CUT, "the server has gone silent")
    if isinstance(error, httpx.RemoteProtocolError):
        return TransferError(Trouble.CUT, "the connection was lost, or speaks no HTTP")
    return TransferError(Trouble.CUT, "the connection was lost")
