"""A throw-away PostgreSQL, started by the tests: on a free port of the loopback, in a folder of its own, gone at the end."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
import psycopg.sql

from tests.peers.dovecot import HOST, free_ports
from tests.peers.registry import postgresql_programs

OWNER = "test"
QUICK_AND_FORGETFUL = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class PostgreSQL:
    """A running server. The server refuses to run as root, so there it runs as the user `postgres`."""

    def __init__(self) -> None:
        programs = postgresql_programs()
        assert programs is not None
        self._programs = programs
        (self._port,) = free_ports(1)
        self._home = Path(tempfile.mkdtemp(prefix="postgresql"))
        self._numbers = itertools.count(1)
        self._user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            shutil.chown(self._home, self._user)

    def start(self) -> None:
        self._run("initdb", "-D", str(self._data), "-A", "trust", "-U", OWNER, "-E", "UTF8", "--locale=C", "--no-sync")
        self.start_again()

    def start_again(self) -> None:
        options = f"-p {self._port} -c listen_addresses={HOST} -c unix_socket_directories={self._home} {QUICK_AND_FORGETFUL}"
        self._run("pg_ctl", "-D", str(self._data), "-w", "-s", "-l", str(self._home / "log"), "-o", options, "start")

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"test{next(self._numbers)}"
        with psycopg.connect(host=HOST, port=self._port, user=OWNER, dbname="postgres", autocommit=True) as connection:
            connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))
        return f"postgresql+psycopg://{OWNER}@{HOST}:{self._port}/{name}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-s", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._home / "data"

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._programs / program), *arguments],
            cwd="/",
            user=self._user if os.geteuid() == 0 else None,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=60,
        )
