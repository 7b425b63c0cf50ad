"""Words where the standard's list is open: those that it lists are enumerations."""

__all__ = ["OwnWord"]


class OwnWord(str):
    """A word that the standard does not list: a kind of token in 2.1, a maker's fault code.

    It says that it is one: type checkers refuse a plain text there, since that may be a slip.
    """

    __slots__ = ()
