"""What is said of options that several commands have."""

__all__ = [
    "CA",
    "CSMS",
    "FORMAT",
    "HOST",
    "LEVEL",
    "OFFERED",
    "PASSWORD",
    "PORT",
    "PROXY",
    "SPEED",
    "UNSECURED",
    "VERSIONS",
    "versions",
]

CSMS = "URL of the CSMS without the station's identity: ws://... or wss://..."
OFFERED = "OCPP version to offer; repeat it, in order of preference. By default 2.1, 2.0.1, 1.6."
SPEED = "How many times faster than real time the station lives."
PASSWORD = "File with the password for HTTP Basic authentication; - asks for it."  # noqa: S105 -- a help text
HOST = "Address to listen on."
PORT = "TCP port to listen on; 0 takes a free one."
CA = "File with the certificate authorities (PEM) that may vouch for the CSMS, and no others."
LEVEL = "What is logged on standard error, from this level on; debug has each message."
FORMAT = "How it is logged: lines for people, or JSON for programs."
PROXY = "HTTP proxy on the way to the CSMS, http:// or https://."
UNSECURED = "Allow a connection with neither TLS nor a password, beyond this machine."
VERSIONS = ("1.6", "2.0.1", "2.1")


def versions() -> tuple[str, ...]:
    """The OCPP versions, for a shell that completes them."""
    return VERSIONS
