"""Who may speak to the simulator over HTTP: nobody who does not mean it.

A browser sends requests to this computer for any page that it shows. So the Host must be one of
ours (or a name of somebody else's could lead here), and so must the Origin, where one is told. And
where others can reach the server, they must know the token.
"""

import hmac
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["Guard", "is_loopback"]

_COOKIE: Final = "pilotwire-token"
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_POLICY_VIOLATION: Final = 1008


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach what listens there."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """ASGI middleware.

    Args:
        app: What is guarded.
        token: What others must know: as `Authorization: Bearer`, or once as `?token=` in a browser,
            which is given a cookie for it. None asks for nothing.
        hosts: The names by which the server is reached, beside those of this computer.
        any_host: Whether any will do: it listens on all addresses, and the token is asked for.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        token: str | None = None,
        hosts: Collection[str] = (),
        any_host: bool = False,
    ) -> None:
        if any_host and token is None:
            raise ValueError("without a token the names of the server must be known")
        self._app = app
        self._token = token
        self._hosts = _LOOPBACK | {host.lower() for host in hosts}
        self._any_host = any_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await refusal(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._any_host and _name(host) not in self._hosts:
            return _problem(421, "this server is not called so", "Host")
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return _problem(403, "a page of another site may not speak here", "Origin")
        if self._token is None or self._knows(headers):
            return None
        return self._introduced(scope) or _problem(401, "the token is missing or wrong", "token")

    def _knows(self, headers: Headers) -> bool:
        scheme, _, told = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._right(told.strip()):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
        except CookieError:
            return False
        return cookie is not None and self._right(cookie.value)

    def _introduced(self, scope: Scope) -> Response | None:
        """The way back for a browser that was told the token in its address."""
        if scope["type"] != "http" or scope["method"] != "GET":
            return None
        query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        told = query.pop("token", [""])
        if not self._right(told[0]):
            return None
        rest = urlencode(query, doseq=True)
        # Not a path that begins with two slashes, which would lead elsewhere.
        path = "/" + str(scope["path"]).lstrip("/\\")
        response = RedirectResponse(f"{path}?{rest}" if rest else path, status_code=303)
        response.set_cookie(_COOKIE, told[0], httponly=True, samesite="strict")
        return response

    def _right(self, told: str) -> bool:
        token = self._token
        return token is not None and hmac.compare_digest(told.encode(), token.encode())


def _name(host: str) -> str:
    """The name in a Host header, without the port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _problem(status: int, what: str, where: str) -> Response:
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else None
    return JSONResponse({"what": what, "where": where}, status_code=status, headers=headers)
