"""The golden file: every draft of every timeline, to be read by a human from top to bottom.

`python -m tests.timelines.golden` (`make golden`) plays everything and writes it anew, with the table in README.md; a change of
wording shows in its diff.
"""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.timelines.coverage import README, readme
from tests.timelines.play import Played, Saved, clock, play
from tests.timelines.stage import OnMaildir, Stage
from tests.timelines.timeline import HERE, Malformed, Timeline, timelines

GOLDEN = HERE / "drafts.golden.txt"
RULE = "=" * 100
LINE = "-" * 100


def section(timeline: Timeline, played: Played) -> str:
    """What the golden file says of one timeline."""
    seen: set[str] = set()
    parts = [f"{RULE}\n{timeline.title}\n{timeline.why}\n"]
    for saved in played.saved:
        parts.append(f"{LINE}\n{_draft(timeline, saved, again=saved.text in seen)}")
        seen.add(saved.text)
    if not played.saved:
        parts.append(f"{LINE}\n(no draft)\n")
    return "".join(parts)


def _draft(timeline: Timeline, saved: Saved, *, again: bool) -> str:
    send_by = f", send by {clock(saved.send_by, timeline)}" if saved.send_by else ""
    heads = [
        f"{saved.rule} {saved.kind}: saved {clock(saved.at, timeline)}{send_by}",
        f"From: {saved.message['From']}",
        f"To: {saved.message['To']}",
        f"Subject: {saved.message['Subject']}",
        f"Answers: {saved.answers or '(nothing: a new thread)'}",
    ]
    return "\n".join(heads) + "\n\n" + ("(as above)" if again else saved.text) + "\n"


@cache
def sections() -> dict[str, str]:
    """The golden file as it is, by the timelines' titles."""
    if not GOLDEN.exists():
        return {}
    parts = [f"{RULE}\n{part}" for part in GOLDEN.read_text("utf-8").split(f"{RULE}\n")[1:]]
    return {part.split("\n")[1]: part for part in parts}


def main() -> int:
    """Write it; 1 where a timeline fails: then the file is left as it was."""
    written, failed = [], 0
    for timeline in timelines():
        with tempfile.TemporaryDirectory() as folder:
            try:
                played = play(timeline, Stage(timeline, Path(folder), OnMaildir(Path(folder))))
            except Malformed as fault:
                failed = 1
                print(fault)
                continue
        if played.faults:
            failed = 1
            print("\n".join([timeline.title, *played.faults]))
        written.append(section(timeline, played))
    if not failed:
        GOLDEN.write_text("".join(written), "utf-8")
        README.write_text(readme(), "utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
