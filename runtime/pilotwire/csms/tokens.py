"""The tokens that a CSMS knows, in the words of OCPP 2.1."""

from collections.abc import Iterable
from dataclasses import dataclass

from pilotwire.ocpp.v21 import AuthorizationStatusEnumType as TokenStatus

__all__ = ["Token", "TokenList", "TokenStatus"]


@dataclass(frozen=True, slots=True)
class Token:
    """A token and what the CSMS says of it.

    Attributes:
        id: The identifier; case does not matter (2.x IdTokenType, 1.6 IdToken).
        status: What the CSMS answers when it is presented. A status that 1.6 has no word for is
            Invalid there, but NoCredit is Blocked.
        group: The token of its group, a parentIdTag in 1.6.
    """

    id: str
    status: TokenStatus = TokenStatus.ACCEPTED
    group: str | None = None


class TokenList:
    """Looks tokens up. Without a list each token is accepted."""

    def __init__(self, tokens: Iterable[Token | str] | None) -> None:
        self._tokens = (
            None
            if tokens is None
            else {
                token.id.casefold(): token
                for token in (Token(each) if isinstance(each, str) else each for each in tokens)
            }
        )

    @property
    def accepts_all(self) -> bool:
        """Whether there is no list."""
        return self._tokens is None

    def look_up(self, id_token: str) -> Token | None:
        """The token with this identifier; None for one that is not known."""
        if self._tokens is None:
            return Token(id_token)
        return self._tokens.get(id_token.casefold())
