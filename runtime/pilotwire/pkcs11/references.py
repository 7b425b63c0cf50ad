"""Files that name a key in a token, and hold none: what OpenSSL's pkcs11-provider loads as a key.

Whoever loads keys by file, as `ssl` does, is given one: a PEM of its own kind, with the URI of the
key (RFC 7512) in it.
"""

import base64
import textwrap
from pathlib import Path
from typing import Final
from urllib.parse import quote

from pilotwire.pkcs11.der import Tag, der

__all__ = ["key_uri", "reference"]

_KIND: Final = "PKCS#11 PROVIDER URI"
_VERSION: Final = b"PKCS#11 Provider URI v1.0"
_LINE: Final = 64


def key_uri(token: str, mark: bytes, pin_file: Path | None = None) -> str:
    """The URI of a private key.

    Args:
        token: The label of its token.
        mark: What the token knows it by (CKA_ID).
        pin_file: Where the PIN is, if it is in a file; it does not stand in the URI itself.
    """
    identifier = "".join(f"%{byte:02x}" for byte in mark)
    uri = f"pkcs11:token={quote(token, safe='')};id={identifier};type=private"
    return uri if pin_file is None else f"{uri}?pin-source=file:{quote(str(pin_file))}"


def reference(uri: str) -> bytes:
    """What a file holds that names a key."""
    content = der(
        Tag.SEQUENCE, der(Tag.VISIBLE_STRING, _VERSION), der(Tag.UTF8_STRING, uri.encode())
    )
    lines = textwrap.wrap(base64.b64encode(content).decode("ascii"), _LINE)
    return "\n".join((f"-----BEGIN {_KIND}-----", *lines, f"-----END {_KIND}-----", "")).encode()
