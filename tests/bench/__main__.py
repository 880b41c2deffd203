"""`make bench`: the first look at a large mailbox beside mbsync's download of it, in turns; and the memory of an idle service.

    python -m tests.bench [--messages 20000] [--runs 3] [--idle 50]

Each pair of runs has the same server, which has forgotten its indexes before each; the ratio is by pair, so that a busy machine
weighs on both. mbsync runs with its own defaults: it writes every message to the disk before the next (FSync).
"""

from __future__ import annotations

import argparse
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.mailbox import mailbox
from tests.bench.runs import Run, afterword, first_look, mbsync, resident, write_settings
from tests.peers.dovecot import Dovecot

MOST_TIMES_MBSYNC = 2.0
MOST_MEGABYTES = 160
MOST_MEGABYTES_IDLE = 190
SETTLED = 20.0
"""Seconds after which a service with nothing to do has looked at all of its mailboxes."""


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.bench")
    asked.add_argument("--messages", type=int, default=20_000)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--idle", type=int, default=50)
    settings = asked.parse_args()
    server = Dovecot()
    folder = Path(tempfile.mkdtemp(prefix="bench"))
    try:
        server.start()
        ratios, largest = compared(server, folder, settings.messages, settings.runs)
        idle = idle_megabytes(server, folder / "idle", settings.idle) if settings.idle else 0.0
    finally:
        server.remove()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"ratio {median(ratios):.2f} (goal: at most {MOST_TIMES_MBSYNC}), of the pairs {', '.join(f'{r:.2f}' for r in ratios)}")
    print(f"memory after the first look: {largest:.0f} MB (goal: at most {MOST_MEGABYTES})")
    print(f"memory of an idle service with {settings.idle} mailboxes: {idle:.0f} MB (goal: at most {MOST_MEGABYTES_IDLE})")
    return int(median(ratios) > MOST_TIMES_MBSYNC or largest > MOST_MEGABYTES or idle > MOST_MEGABYTES_IDLE)


def compared(server: Dovecot, folder: Path, messages: int, runs: int) -> tuple[list[float], float]:
    """The ratio of each pair of runs, ours to mbsync's, and the most memory that one of ours needed."""
    user = server.new_user()
    octets = server.write_inbox(user, mailbox(messages))
    print(f"{messages:,} messages, {octets / 1e6:.0f} MB", flush=True)
    ratios, largest = [], 0.0
    for number in range(runs):
        here = folder / f"run{number}"
        server.forget_indexes(user)
        theirs = mbsync(server, user, here / "mbsync")
        server.forget_indexes(user)
        ours = first_look(server, user, here / "afterword")
        shutil.rmtree(here)
        ratios.append(ours.wall / theirs.wall)
        largest = max(largest, ours.megabytes)
        print(f"mbsync {_told(theirs)}; first look {_told(ours)}; ratio {ratios[-1]:.2f}", flush=True)
    return ratios, largest


def _told(run: Run) -> str:
    return f"{run.wall:.1f} s ({run.processor:.1f} s processor, {run.megabytes:.0f} MB)"


def idle_megabytes(server: Dovecot, folder: Path, mailboxes: int) -> float:
    """What a service that watches so many empty mailboxes holds in memory once it has looked at them all."""
    settings = write_settings(folder, server, [server.new_user() for _ in range(mailboxes)])
    service = subprocess.Popen([*afterword(settings)[:-2], "run"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(SETTLED + mailboxes / 2)
        if service.poll() is not None:
            raise RuntimeError("the service ended by itself")
        return resident(service.pid, "VmRSS")
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait(30)


if __name__ == "__main__":
    sys.exit(main())
