"""How many files the system lets a process have open: each connection is one."""

from typing import Final

__all__ = ["TooFewFilesError", "allow_connections"]

_OTHERS: Final = 64
"""Files that a process has open besides its connections."""


class TooFewFilesError(OSError):
    """The system does not let this process have as many connections."""


def allow_connections(number: int) -> None:
    """Let this process have so many connections at a time.

    Raises:
        TooFewFilesError: the system's hard limit is lower; the text says what is needed.
    """
    try:
        import resource
    except ImportError:  # no such limits where there is no such module
        return
    needed = number + _OTHERS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard not in {resource.RLIM_INFINITY} and hard < needed:
        raise TooFewFilesError(
            f"{number} connections need {needed} open files, and this process may have {hard}: "
            f"raise the limit (`ulimit -Hn {needed}` as root, LimitNOFILE={needed} of systemd), or "
            "run fewer stations here and the rest in other processes"
        )
    if soft not in {resource.RLIM_INFINITY} and soft < needed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
