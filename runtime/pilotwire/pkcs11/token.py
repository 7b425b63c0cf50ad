"""A PKCS#11 token that the station is logged in to.

A login counts for the whole process, and for whoever else in it uses the same module, as OpenSSL's
provider does when TLS signs. So one session logs in and stays; nobody logs out. What is to be done
is done in a session of its own, and one after another: what makes a key, or destroys one, shows its
halves to nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar

import pkcs11
from pkcs11 import exceptions as refusals

__all__ = ["Pin", "Token"]

Pin = Callable[[], str] | Path
"""What tells the PIN when it is needed, or the file whose first line it is."""

T = TypeVar("T")

_GONE: Final = (
    refusals.DeviceRemoved,
    refusals.ObjectHandleInvalid,
    refusals.SessionClosed,
    refusals.SessionHandleInvalid,
    refusals.SlotIDInvalid,
    refusals.TokenNotPresent,
    refusals.UserNotLoggedIn,
)
"""What is said where a token was there, and is another one, or the same anew."""

_TURNS: Final[defaultdict[str, Lock]] = defaultdict(Lock)
"""By module: held while something is done through it, by whatever station of this process. What
looks into a token while a key is made there may take it for damage.
"""

_WORDS: Final[Mapping[type[pkcs11.PKCS11Error], str]] = {
    refusals.NoSuchToken: "there is none of this label",
    refusals.MultipleTokensReturned: "there are several of this label",
    refusals.PinIncorrect: "it does not take the PIN",
    refusals.PinLocked: "it is locked, as it was told wrong PINs",
    refusals.UserPinNotInitialized: "it has no PIN yet",
    refusals.TokenWriteProtected: "nothing can be written to it",
    refusals.DeviceMemory: "it is full",
    refusals.MechanismInvalid: "it can't make or use such keys",
    refusals.TokenNotPresent: "it is not there",
    refusals.DeviceRemoved: "it is not there any more",
}


class Token:
    """A token, by its label.

    Args:
        module: The library through which it is spoken to.
        label: What it is called.
        pin: The PIN of its user.
    """

    __slots__ = ("_login", "_module", "_pin", "_refused", "label")

    def __init__(self, module: Path, label: str, pin: Pin) -> None:
        self.label = label
        self._module = str(module)
        self._pin = pin
        self._login: pkcs11.Session | None = None
        self._refused: str | None = None

    def use(self, work: Callable[[pkcs11.Session, bool], T]) -> T:
        """What comes of some work in a session.

        Args:
            work: It is told whether it is sure that somebody is logged in, who may have been logged
                out, or have been so in a token that was there before. If it is not, and that
                matters, it raises `UserNotLoggedIn`, and is done again when it is.

        Raises:
            OSError: it can't be done.
        """
        with _TURNS[self._module]:
            try:
                try:
                    return self._once(work)
                except _GONE:
                    self._login = None
                    return self._once(work)
            except pkcs11.PKCS11Error as error:
                said = _WORDS.get(type(error)) or str(error) or type(error).__name__
                raise OSError(f"token {self.label!r}: {said}") from None

    def _once(self, work: Callable[[pkcs11.Session, bool], T]) -> T:
        token = pkcs11.lib(self._module).get_token(token_label=self.label)
        sure = self._login is None
        if self._login is None:
            self._login = self._logged_in(token)
        with token.open(rw=True) as session:
            return work(session, sure)

    def _logged_in(self, token: pkcs11.Token) -> pkcs11.Session:
        """A PIN that was refused is not told again: a token locks after a few."""
        pin = self._pin_now()
        if pin == self._refused:
            raise OSError(f"token {self.label!r}: it has refused this PIN, and is not asked again")
        try:
            return token.open(rw=True, user_pin=pin)
        except refusals.UserAlreadyLoggedIn:  # somebody else in this process has
            return token.open(rw=True)
        except (refusals.PinIncorrect, refusals.PinInvalid, refusals.PinLenRange):
            self._refused = pin
            raise

    def _pin_now(self) -> str:
        try:
            if isinstance(self._pin, Path):
                lines = self._pin.read_text(encoding="utf-8").splitlines()
                return lines[0] if lines else ""
            return self._pin()
        except Exception:  # what it says may tell of the PIN
            raise OSError(f"token {self.label!r}: there is no PIN for it to be had") from None
