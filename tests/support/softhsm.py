"""A token of the test's in SoftHSM, where the system has it (Debian: `softhsm2`)."""

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

__all__ = ["PIN", "TOKEN", "provider", "softhsm"]

PIN = "271828"
SO = "31415926"

_MODULES = ("lib/softhsm/libsofthsm2.so", "lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
_PROVIDER = "lib/*/ossl-modules/pkcs11.so"
_USR = Path("/usr")


TOKEN = "charger 1"


@contextmanager
def softhsm(folder: Path) -> Generator[Path]:
    """A token named TOKEN, whose files are in a folder; the module that speaks to it.

    The test is passed over where there is no SoftHSM, or no library to speak to it.
    """
    library = pytest.importorskip("pkcs11", reason="the library for PKCS#11 is not installed")
    module = next((_USR / each for each in _MODULES if (_USR / each).exists()), None)
    tool = shutil.which("softhsm2-util")
    if module is None or tool is None:
        pytest.skip("SoftHSM is not installed")
    (folder / "tokens").mkdir()
    configuration = folder / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(configuration))
        command = [tool, "--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", SO]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- the system's own tool
        yield module
        library.unload(str(module))  # the next test has another folder


def provider() -> Path:
    """OpenSSL's provider for PKCS#11 (Debian 13: `pkcs11-provider`), or another that is named.

    The test is passed over where there is none.
    """
    named = os.environ.get("PILOTWIRE_PKCS11_PROVIDER")
    found = Path(named) if named else next(_USR.glob(_PROVIDER), None)
    if found is None:
        pytest.skip("OpenSSL's pkcs11-provider is not installed")
    return found
