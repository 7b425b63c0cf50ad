"""What an application gives a station so that it has certificates.

Nothing here needs `cryptography` until a station is made with it: what does is imported then.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pilotwire.station.security.keys import KeyStore
from pilotwire.station.security.words import KeyKind

if TYPE_CHECKING:
    from pilotwire.station.security.store import CertificateStore

__all__ = ["CertificateFolder"]

LEAST_CHAIN: Final = 1000
MOST_CHAIN: Final = 10_000


class CertificateFolder:
    """A folder with a station's certificates and keys: its own, and those that it trusts.

    The folder is the station's alone. It is made where there is none, and closed to all other
    users. Each station needs one of its own.

    Args:
        path: The folder.
        keys: What holds the private keys, where not the folder does: a security module, a TPM.
        key_kind: What keys are made in the folder.
        most: How many certificates may be trusted (CertificateEntries).
        longest_chain: Characters of a signed certificate with its chain (MaxCertificateChainSize).
        one_csms_root: Whether a new CSMS root must be signed by the old one, and takes its place
            (AdditionalRootCertificateCheck).
        vehicle_roots: Whether roots of V2G, mobility operators and vehicles' makers may be
            installed, too. The station itself has no use for them.

    Raises:
        ValueError: one of the numbers can't be.
    """

    __slots__ = (
        "_store",
        "key_kind",
        "keys",
        "longest_chain",
        "most",
        "one_csms_root",
        "path",
        "vehicle_roots",
    )

    def __init__(
        self,
        path: str | Path,
        *,
        keys: KeyStore | None = None,
        key_kind: KeyKind = KeyKind.EC_P256,
        most: int = 20,
        longest_chain: int = MOST_CHAIN,
        one_csms_root: bool = False,
        vehicle_roots: bool = False,
    ) -> None:
        if most < 1:
            raise ValueError(f"there must be room for a certificate, not {most}")
        if not LEAST_CHAIN <= longest_chain <= MOST_CHAIN:
            raise ValueError(f"a chain has {LEAST_CHAIN} to {MOST_CHAIN} characters at most")
        self.path = Path(path)
        self.keys = keys
        self.key_kind = key_kind
        self.most = most
        self.longest_chain = longest_chain
        self.one_csms_root = one_csms_root
        self.vehicle_roots = vehicle_roots
        self._store: CertificateStore | None = None

    def open(self) -> CertificateStore:
        """What is in it; the same each time.

        Raises:
            OSError: the folder can't be used.
        """
        if self._store is None:
            # What reads certificates takes long to be imported, and few stations have any.
            from pilotwire.station.security.file_keys import FileKeys
            from pilotwire.station.security.files import SecretFolder
            from pilotwire.station.security.own import OwnCertificates
            from pilotwire.station.security.store import CertificateStore
            from pilotwire.station.security.trusted import TrustedCertificates

            folder = SecretFolder(self.path)
            self._store = CertificateStore(
                TrustedCertificates(folder, most=self.most, one_csms_root=self.one_csms_root),
                OwnCertificates(folder, self.keys or FileKeys(folder, self.key_kind)),
            )
        return self._store

    def claimed(self) -> AbstractContextManager[None]:
        """Have the folder for oneself within the context, as a station that runs does.

        Raises:
            FolderInUseError: somebody else has it.
            OSError: the folder can't be used.
        """
        from pilotwire.station.security.files import SecretFolder

        return SecretFolder(self.path).claimed()

    def bring(self, chain: str, key: str | None = None) -> None:
        """Give the station a certificate that was made elsewhere, as a maker does.

        Args:
            chain: The certificate and those of the authorities up to its root, in PEM.
            key: Its private key, in PEM without a password; None where it has been made here, as
                keys that are not in the folder are.

        Raises:
            ValueError: the certificate can't be used, or the keys are not in the folder.
            OSError: the key can't be used, is another's, or can't be kept.
        """
        store = self.open()
        if key is not None:
            from pilotwire.station.security.checks import check_key
            from pilotwire.station.security.file_keys import FileKeys, read_key

            if not isinstance(store.own.keys, FileKeys):
                raise ValueError("its keys are elsewhere; make one there")
            private = read_key(key.encode("ascii", "replace"))
            check_key(chain, private.public_key())
            store.own.keys.keep(private)
        store.own.bring(chain)
