"""The files in deploy/, as far as they can be judged without a machine that boots."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.deploy.conftest import ROOT

DEPLOY = ROOT / "deploy"
MOST_EXPOSURE = 1.5
"""systemd-analyze's own measure, from 0 to 10; a bare service has 9.6."""
CONFIG = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"
[state]
database = "{database}"
[[mailbox]]
name = "personal"
kind = "maildir"
path = "{folder}/mail"
"""
SCRIPTS = ("install.sh", "system/afterword", "system/tell-failure")


def analyze(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    return subprocess.run(["systemd-analyze", *arguments], env=environ, capture_output=True, text=True, timeout=60, check=False)


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.mark.peer("systemd-analyze")
class TestUnits:
    def test_systemd_accepts_the_unit_of_the_system(self, tmp_path: Path) -> None:
        units = tmp_path / "units"
        units.mkdir()
        for name in ("afterword.service", "afterword-failure@.service"):
            text = (DEPLOY / "system" / name).read_text()
            for place in re.findall(r"(?m)^ExecStart=(/opt\S+)", text):
                text = text.replace(place, str(program(tmp_path / place.lstrip("/"))))
            # the documentation is where it was installed to
            (units / name).write_text(re.sub(r"(?m)^Documentation=.*\n", "", text))
        verified = analyze("verify", "--man=no", units / "afterword.service", units / "afterword-failure@afterword.service",
                           home=tmp_path)  # fmt: skip
        assert (verified.returncode, verified.stderr) == (0, "")

    def test_systemd_accepts_the_unit_of_a_user(self, tmp_path: Path) -> None:
        program(tmp_path / ".local" / "bin" / "afterword")
        verified = analyze("--user", "verify", DEPLOY / "user" / "afterword.service", home=tmp_path)
        assert (verified.returncode, verified.stderr) == (0, "")

    def test_the_service_of_the_system_is_exposed_to_little(self, tmp_path: Path) -> None:
        judged = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSURE * 10:.0f}",
                         DEPLOY / "system" / "afterword.service", home=tmp_path)  # fmt: skip
        assert judged.returncode == 0, judged.stdout[-200:]
        exposure = re.search(r"Overall exposure level for afterword\.service: ([\d.]+)", judged.stdout)
        assert exposure
        assert float(exposure[1]) <= MOST_EXPOSURE

    def test_the_user_and_the_folders_are_as_systemd_wants_them(self, tmp_path: Path) -> None:
        (tmp_path / "etc").mkdir()
        made = subprocess.run(
            ["systemd-sysusers", f"--root={tmp_path}", DEPLOY / "system" / "sysusers.conf"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "Creating user 'afterword'" in made.stderr


@pytest.mark.parametrize("unit", ["system/afterword.service", "user/afterword.service"])
def test_a_unit_keeps_the_contract_of_the_process(unit: str) -> None:
    text = (DEPLOY / unit).read_text()
    for line in ("Type=notify", "NotifyAccess=main", "Restart=on-failure", "RestartPreventExitStatus=2", "UMask=0077"):
        assert f"\n{line}\n" in text, line
    assert re.search(r"\nWatchdogSec=\d", text)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_one_of_posix_s_shell(script: str) -> None:
    path = DEPLOY / script
    subprocess.run(["sh", "-n", path], check=True, timeout=20)
    assert path.read_text().startswith("#!/bin/sh\n")
    bashisms = re.findall(r"\[\[ |\bfunction |<<<|\$'|\blocal |\bsource |&>|\bdeclare ", path.read_text())
    assert bashisms == []


@pytest.mark.parametrize("script", ["system/afterword", "system/tell-failure"])
def test_what_is_started_can_be_started(script: str) -> None:
    assert os.access(DEPLOY / script, os.X_OK)


def test_install_sh_says_what_it_can() -> None:
    said = subprocess.run(["sh", DEPLOY / "install.sh", "--help"], capture_output=True, text=True, check=True, timeout=20).stdout
    known = set(re.findall(r"(?m)^    (--[a-z-]+)\)|(?<=\| )(--[a-z-]+)(?= \||\))", (DEPLOY / "install.sh").read_text()))
    for option in {name for pair in known for name in pair if name} - {"--help"}:
        assert option in said, option
    wrong = subprocess.run(["sh", DEPLOY / "install.sh", "--instal"], capture_output=True, text=True, check=False, timeout=20)
    assert wrong.returncode == 2
    assert "usage:" in wrong.stderr


class TestStateInAnUpgrade:
    """The functions of install.sh that save the state and put it back, as its own text has them."""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        (tmp_path / "mail").mkdir()
        (tmp_path / "backups").mkdir()
        program(tmp_path / "pg_dump").write_text(
            '#!/bin/sh\nprintf "%s\\n" "$*" >"$HOME/said"\nprintf %s "$PGPASSWORD" >"$HOME/known"\n'
        )
        return tmp_path

    @staticmethod
    def do(home: Path, database: str, what: str) -> subprocess.CompletedProcess[str]:
        (home / "config.toml").write_text(CONFIG.format(database=database, folder=home))
        (home / "config.toml").chmod(0o600)
        text = (DEPLOY / "install.sh").read_text()
        functions = text[text.index("\nsaved= database=\n") : text.index("# Whether it is up")]
        script = f"""set -eu
            say() {{ printf '%s\\n' "$*"; }}
            die() {{ say "$*"; exit 1; }}
            as_service() {{ "$@"; }}
            {functions}
            backup=yes sudo= configuration={home} state={home} old={home}/none new={sys.prefix} release=releases/1
            {what}"""
        environ = {
            "PATH": f"{home}:{os.environ['PATH']}",
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "AFTERWORD_CONFIG": str(home / "config.toml"),
        }
        return subprocess.run(["sh", "-c", script], env=environ, capture_output=True, text=True, timeout=60, check=False)

    def test_a_password_of_postgresql_is_in_no_list_of_processes(self, home: Path) -> None:
        done = self.do(home, "postgresql+psycopg://sam:s%40lt@db.example.org/afterword", "save_state")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "--dbname=postgresql://sam@db.example.org/afterword" in (home / "said").read_text()
        assert (home / "known").read_text() == "s@lt"

    def test_the_copy_comes_back_whole_or_not_at_all(self, home: Path) -> None:
        state = home / "state.db"
        with closing(sqlite3.connect(state)) as database:
            database.execute("CREATE TABLE kept (word)")
        before = state.read_bytes()
        done = self.do(home, f"sqlite:///{state}", 'save_state; echo changed >"$database"; restore_state')
        assert (done.returncode, state.read_bytes()) == (0, before), done.stderr
        assert (home / "state.db.failed").read_text() == "changed\n"
        failed = self.do(home, f"sqlite:///{state}", 'save_state; rm "$saved"; restore_state')
        assert (failed.returncode, state.read_bytes()) == (1, before)
        assert "could not be put back" in failed.stdout


def test_install_sh_takes_every_driver_of_postgresql_that_the_lock_file_pins() -> None:
    """It takes those entries from the development's lock file, which has the extras too."""
    lock = (ROOT / "requirements-dev.lock").read_text()
    names = re.search(r"wanted = /\^\(([^)]*)\)==/", (DEPLOY / "install.sh").read_text())
    assert names
    of_the_driver = set(re.findall(r"(?m)^(psycopg[\w-]*)==", lock))
    assert of_the_driver <= set(names[1].split("|"))


class TestContainer:
    TEXT = (DEPLOY / "container" / "Containerfile").read_text()

    def test_what_it_copies_is_there(self) -> None:
        copied = [line.split()[1:-1] for line in self.TEXT.splitlines() if line.startswith("COPY") and "--from" not in line]
        assert copied
        assert [name for names in copied for name in names if not (ROOT / name).exists()] == []

    @pytest.mark.slow
    def test_what_it_copies_is_all_that_a_build_takes(self, tmp_path: Path) -> None:
        sources, built = tmp_path / "build", tmp_path / "built"
        sources.mkdir()
        for line in self.TEXT.splitlines():
            if line.startswith("COPY") and "--from" not in line:
                *names, target = line.split()[1:]
                for name in names:
                    if (ROOT / name).is_dir():
                        skip = shutil.ignore_patterns("__pycache__", "corpus")
                        shutil.copytree(ROOT / name, sources / target, ignore=skip)
                    else:
                        shutil.copy2(ROOT / name, sources / target)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "wheel", "--quiet")
        options = ("--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", built)
        done = subprocess.run([*pip, *options, sources], capture_output=True, text=True, timeout=200, check=False)
        assert done.returncode == 0, done.stderr
        assert list(built.glob("afterword-*.whl"))

    def test_its_steps_are_shell_and_its_environment_is_known_to_the_program(self) -> None:
        joined = self.TEXT.replace("\\\n", " ")
        for step in re.findall(r"(?m)^RUN (.+)$", joined):
            subprocess.run(["sh", "-n", "-c", step], check=True, timeout=20)
        (environ,) = re.findall(r"(?m)^ENV (.+)$", joined)
        names = {pair.partition("=")[0] for pair in environ.split()}
        unit = (DEPLOY / "system" / "afterword").read_text()
        assert {name for name in names if not name.startswith("PYTHON")} <= set(re.findall(r"\b([A-Z_]{4,})=", unit))
        # what it says at its top works with what it makes
        for place in re.findall(r"-v \S+?:(/[\w/]+)", self.TEXT):
            assert f" {place}" in joined.split("FROM")[-1], place

    def test_it_runs_as_nobody_in_particular_and_can_be_asked(self) -> None:
        user = re.search(r"(?m)^USER (\d+)", self.TEXT)
        assert user
        assert int(user[1]) > 0
        assert "HEALTHCHECK" in self.TEXT
        assert 'CMD ["afterword", "status"]' in self.TEXT
        assert "--require-hashes" in self.TEXT


class TestTellingThatItIsDown:
    @staticmethod
    def told(folder: Path, **environ: str) -> tuple[str, str]:
        """What goes to the journal, and what to the administrator."""
        post = folder / "post"
        sendmail = program(folder / "bin" / "sendmail")
        sendmail.write_text(f'#!/bin/sh\n{{ echo "$@"; cat; }} >"{post}"\n')
        done = subprocess.run(
            ["sh", DEPLOY / "system" / "tell-failure", "afterword.service"],
            env={"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", **environ},
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        return done.stdout, post.read_text() if post.exists() else ""

    def test_it_is_critical_and_says_what_to_do(self, tmp_path: Path) -> None:
        said, mailed = self.told(tmp_path, MONITOR_EXIT_CODE="exited", MONITOR_EXIT_STATUS="2")
        assert said.startswith("<2>afterword.service is down and will not start by itself: its configuration is at fault.")
        assert "sudo afterword doctor" in said
        assert mailed == ""

    def test_an_administrator_is_told_by_mail(self, tmp_path: Path) -> None:
        said, mailed = self.told(tmp_path, TELL="ops@example.org", MONITOR_SERVICE_RESULT="watchdog", MONITOR_EXIT_CODE="dumped")
        assert "it failed again and again (watchdog, dumped ?)" in said
        assert mailed.startswith("-i -- ops@example.org\nTo: ops@example.org\nSubject: afterword is down on ")
        assert "it failed again and again" in mailed
