"""Real servers of files on loopback: nginx, vsftpd and OpenSSH, where the system has them.

Each serves one folder, in processes of the test's own, and has no user of the system but whoever
runs the tests.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from getpass import getuser
from pathlib import Path
from typing import Any

import pytest

from tests.support.authority import Authority, key_text, new_key, pem
from tests.support.tls import BEGINS, ENDS, authority, dns

__all__ = ["PROTOCOLS", "Served", "certificate", "serving"]

PATIENCE = 20.0
"""Seconds that a program has to start."""

IMPLICIT = "ftps at once"
PROTOCOLS = ("http", "https", "ftp", "ftps after AUTH", IMPLICIT, "sftp")


@dataclass
class Served:
    """A folder that a server has.

    Attributes:
        folder: What is in it; what is sent comes here, too.
        url: Of the folder, with a slash at its end.
        root: Who vouches for the server; None without TLS.
        ssh_key: What the server takes of a station; None where it is no SSH host.
        takes: What nginx takes at most.
        start, stop: Let the server begin and end; what it does is cut off.
    """

    folder: Path
    url: str
    root: Authority | None = None
    ssh_key: Path | None = None
    takes: str = "8m"
    start: Callable[[], None] = field(default=lambda: None)
    stop: Callable[[], None] = field(default=lambda: None)


def certificate(
    folder: Path, root: Authority | None = None, name: str = "localhost", **more: Any
) -> tuple[Authority, Path, Path]:
    """A root, and files with the certificate and the key of a server below it."""
    root = authority() if root is None else root
    own = new_key()
    fields: dict[str, Any] = {"begins": BEGINS, "ends": ENDS, "extensions": [dns(name)], **more}
    signed = root.sign(own.public_key(), name, **fields)
    chain, key = folder / "server.pem", folder / "server.key"
    chain.write_text(pem(signed))
    key.write_text(key_text(own))
    return root, chain, key


@contextmanager
def serving(protocol: str, folder: Path, takes: str = "8m", **tls: Any) -> Generator[Served]:
    """A server of a protocol; the test is passed over where there is no such program. nginx takes
    no more than `takes`, in its words.
    """
    files = folder / "served"
    files.mkdir(mode=0o755)
    scheme = protocol.partition(" ")[0]
    secured = scheme in {"https", "ftps"}
    root, chain, key = certificate(folder, **tls) if secured else (None, None, None)
    port = _free_port()
    served = Served(files, f"{scheme}://localhost:{port}/", root, takes=takes)
    make = {"http": _nginx, "https": _nginx, "sftp": _sshd}.get(scheme, _vsftpd)
    command = make(folder, served, port, chain, key, protocol == IMPLICIT)
    with _Program(command, port) as program:
        served.start, served.stop = program.start, program.stop
        yield served


class _Program:
    def __init__(self, command: list[str], port: int) -> None:
        self._command = command
        self._port = port
        self._running: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "_Program":
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def start(self) -> None:
        self._running = subprocess.Popen(  # noqa: S603 -- a program that was looked for
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + PATIENCE
        while True:
            with ExitStack() as stack:
                try:
                    stack.enter_context(socket.create_connection(("127.0.0.1", self._port), 1))
                except OSError:
                    assert self._running.poll() is None, f"{self._command[0]} has ended"
                    assert time.monotonic() < until, f"{self._command[0]} does not start"
                    time.sleep(0.05)
                else:
                    return

    def stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            for each in _family(running.pid):
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
            running.wait()


def _family(parent: int) -> list[int]:
    """A process, and all that it has begun, which may be in groups of their own."""
    parents = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            parents[int(each.parent.name)] = int(each.read_text().rpartition(")")[2].split()[1])
    family = [parent]
    for one in family:
        family.extend(each for each, of in parents.items() if of == one)
    return family


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _found(name: str) -> str:
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def _nginx(
    folder: Path, served: Served, port: int, chain: Path | None, key: Path | None, _: bool
) -> list[str]:
    program = _found("nginx")
    secured = f"ssl_certificate {chain}; ssl_certificate_key {key};" if chain else ""
    user = f"user {getuser()};" if os.getuid() == 0 else ""
    (folder / "users").write_text("somebody:{PLAIN}s3cret@word\n")
    configuration = folder / "nginx.conf"
    configuration.write_text(f"""\
daemon off; master_process off; {user}
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
  access_log off;
  client_max_body_size {served.takes};
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}{" ssl" if chain else ""};
    {secured}
    root {served.folder};
    dav_methods PUT;
    location /private/ {{ auth_basic "files"; auth_basic_user_file {folder}/users; }}
    location /elsewhere/ {{ return 307 /; }}
    location /forms/ {{ limit_except GET POST {{ deny all; }} }}
  }}
}}
""")
    return [program, "-c", str(configuration), "-e", str(folder / "nginx.log")]


def _vsftpd(
    folder: Path,
    served: Served,
    port: int,
    chain: Path | None,
    key: Path | None,
    implicit: bool,
) -> list[str]:
    program = _found("vsftpd")
    served.folder.chmod(0o777)
    settings = {
        "listen": "YES",
        "listen_address": "127.0.0.1",
        "pasv_address": "127.0.0.1",
        "listen_port": port,
        "background": "NO",
        "anonymous_enable": "YES",
        "no_anon_password": "NO",
        "anon_root": served.folder,
        "write_enable": "YES",
        "anon_upload_enable": "YES",
        "anon_other_write_enable": "YES",
        "anon_umask": "022",
        "allow_writeable_chroot": "YES",
        "seccomp_sandbox": "NO",
        "secure_chroot_dir": served.folder,
        "run_as_launching_user": "YES",
        "xferlog_enable": "NO",
    }
    if chain is not None:
        settings |= {
            "ssl_enable": "YES",
            "allow_anon_ssl": "YES",
            "force_anon_data_ssl": "YES",
            "force_anon_logins_ssl": "YES",
            "require_ssl_reuse": "YES",
            "implicit_ssl": "YES" if implicit else "NO",
            "rsa_cert_file": chain,
            "rsa_private_key_file": key,
            "ssl_ciphers": "HIGH",
        }
    configuration = folder / "vsftpd.conf"
    configuration.write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
    return [program, str(configuration)]


def _sshd(
    folder: Path, served: Served, port: int, chain: Path | None, key: Path | None, _: bool
) -> list[str]:
    program, tool = _found("sshd"), _found("ssh-keygen")
    for name in ("host", "client"):
        subprocess.run(  # noqa: S603 -- a program that was looked for
            [tool, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True
        )
    configuration = folder / "sshd_config"
    configuration.write_text(f"""\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile none
UsePAM no
StrictModes no
PermitRootLogin yes
PasswordAuthentication no
AuthorizedKeysFile {folder}/client.pub
Subsystem sftp internal-sftp
""")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # without it, it does not start
    served.url = f"sftp://{getuser()}@localhost:{port}{served.folder}/"
    served.ssh_key = folder / "client"
    return [program, "-D", "-f", str(configuration)]
