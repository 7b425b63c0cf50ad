"""What can be in the way of an update."""

__all__ = ["BadSignatureError", "UpdaterError"]


class BadSignatureError(ValueError):
    """A file is not what was signed; the text says why."""


class UpdaterError(Exception):
    """What installs firmware has failed; the text says how.

    Attributes:
        verification: Whether the image is not fit to be installed.
    """

    def __init__(self, text: str, *, verification: bool = False) -> None:
        super().__init__(text)
        self.verification = verification
