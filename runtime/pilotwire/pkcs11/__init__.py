"""Private keys in a PKCS#11 token: a security module, a TPM, a smart card, SoftHSM.

keys = Pkcs11Keys(
    "/usr/lib/softhsm/libsofthsm2.so", token="charger", pin=Path("/etc/charger/pin"),
    references="/var/lib/charger/keys",
)
CertificateFolder("/var/lib/charger/certificates", keys=keys)

It wants the extra of that name: `pip install pilotwire[pkcs11]`.
"""

from pilotwire.pkcs11.keys import Pkcs11Keys

__all__ = ["Pkcs11Keys"]
