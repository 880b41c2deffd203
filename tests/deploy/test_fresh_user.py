"""Somebody gets the program and tries it out: from a wheel, as pipx installs it, and from a checkout, where everything is odd."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.deploy.conftest import ROOT, copy_checkout

SYSTEM_PYTHON = Path("/usr/bin/python3")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


def run(*command: str | Path, cwd: Path, environ: Mapping[str, str | Path] | None = None, user: str | None = None) -> str:
    """What it prints. Raises AssertionError with all of that if it fails."""
    ours = ("AFTERWORD", "PYTHON", "XDG_", "PIP_", "MAKE")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    done = subprocess.run(
        command, cwd=cwd, env={**clean, **(environ or {})}, user=user, capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources, target = tmp_path_factory.mktemp("sources") / "a checkout", tmp_path_factory.mktemp("wheel")
    copy_checkout(sources)
    run(*PIP, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", target, sources, cwd=target)
    (built,) = target.glob("*.whl")
    return built


@pytest.mark.slow
class TestWheel:
    def test_it_holds_what_the_program_needs_and_no_more(self, wheel: Path) -> None:
        names = set(zipfile.ZipFile(wheel).namelist())
        needed = [
            path.relative_to(ROOT).as_posix()
            for folder in ("daemon", "classifiers")
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts and "corpus" not in path.parts
        ]
        assert set(needed) <= names
        assert "daemon/demo/scenario.toml" in names
        assert not any(name.startswith(("tests/", "deploy/", "classifiers/corpus/")) for name in names)
        assert wheel.stat().st_size < 3_000_000

    def test_installed_it_runs_the_demo(self, wheel: Path, tmp_path: Path) -> None:
        """The libraries are those of this environment; the program is found in the new one alone."""
        home = tmp_path / "its own environment"
        venv.create(home, with_pip=False, symlinks=True)
        python = home / "bin" / "python"
        site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
        libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        (site / "libraries.pth").write_text("".join(f"{path}\n" for path in libraries))
        run(*PIP, "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=tmp_path)
        where = run(python, "-c", "import daemon, classifiers; print(daemon.__file__, classifiers.__file__)", cwd=tmp_path)
        assert where.count(str(home)) == 2
        run(home / "bin" / "afterword", "demo", "replayed", cwd=tmp_path)
        assert len(list((tmp_path / "replayed" / "Maildir" / ".Drafts" / "cur").iterdir())) >= 5
        assert list((tmp_path / "replayed" / "digest").glob("*.html"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources, target = tmp_path_factory.mktemp("sources") / "a checkout", tmp_path_factory.mktemp("sdist")
    copy_checkout(sources)
    run(
        sys.executable, "-c", "import sys; from hatchling.build import build_sdist; build_sdist(sys.argv[1])", target, cwd=sources
    )
    (built,) = target.glob("*.tar.gz")
    return built


@pytest.mark.slow
@pytest.mark.skipif(not SYSTEM_PYTHON.exists(), reason="no Python of the system's own")
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can be somebody else")
class TestInstallShWithoutRoot:
    """install.sh --user, where no systemd answers: from what is given to it, and nothing from the network."""

    def test_from_what_somebody_built(self, wheel: Path, sdist: Path, wheel_house: Path) -> None:
        with tempfile.TemporaryDirectory() as name:
            home = Path(name) / "home of sam"
            checkout, wheels = home / "afterword", home / "wheels"
            copy_checkout(checkout)
            shutil.rmtree(checkout / "daemon")  # so that the program can only come from what is given
            shutil.copytree(wheel_house, wheels)
            for built in (wheel, sdist):
                shutil.copy2(built, home)
            for path in (Path(name), *Path(name).rglob("*")):
                shutil.chown(path, "nobody")

            def does(*command: str | Path) -> str:
                path = f"{home}/.local/bin:/usr/bin:/bin"
                return run(*command, cwd=home, user="nobody", environ={"HOME": home, "PATH": path})

            def installs(*options: str | Path) -> str:
                return does("sh", checkout / "deploy" / "install.sh", "--user", *options)

            share = home / ".local" / "share"
            completion = share / "bash-completion" / "completions" / "afterword"
            placed = [share / "man" / "man1" / "afterword.1", completion, share / "fish/vendor_completions.d/afterword.fish"]
            assert "next: write" in installs("--from", home / wheel.name, "--wheels", wheels)
            assert does("afterword", "--version").startswith("afterword, version ")
            assert [path for path in placed if not path.exists()] == []
            completed = (
                'COMP_WORDS=(afterword sta); COMP_CWORD=1; . "$0"; _afterword_completion afterword; echo "${COMPREPLY[@]}"'
            )
            assert does("bash", "-c", completed, completion).strip() == "status"
            assert "is in place already" in installs("--from", home / wheel.name, "--wheels", wheels)
            assert "is installed" in installs("--from", home / sdist.name, "--wheels", wheels)
            assert does("afterword", "--version").startswith("afterword, version ")
            installs("--uninstall")
            assert [path for path in placed if path.exists()] == []
            assert not (share / "afterword").exists()


@pytest.fixture(scope="module")
def made(wheel_house: Path) -> Iterator[Path]:
    """A checkout in a folder with blanks in its name, after `make install`; others can look at it, no more."""
    if subprocess.run([SYSTEM_PYTHON, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode:
        pytest.skip("the system's own Python cannot make virtual environments")
    home = Path(tempfile.mkdtemp(prefix="fresh"))
    try:
        home.chmod(0o755)
        checkout = home / "my job search" / "afterword"
        copy_checkout(checkout)
        shutil.copy2(ROOT / "Makefile", checkout)
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheel_house, "PIP_CONFIG_FILE": os.devnull}
        run("make", "install", f"PYTHON={SYSTEM_PYTHON}", cwd=checkout, environ=offline)
        yield checkout
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.mark.slow
@pytest.mark.skipif(not SYSTEM_PYTHON.exists(), reason="no Python of the system's own")
class TestCheckout:
    def test_make_demo_works_where_the_path_has_blanks(self, made: Path) -> None:
        assert "replayed" not in os.listdir(made)
        said = run("make", "demo", "DEMO=replayed", cwd=made)
        assert "digest" in said
        assert (made / "replayed" / "state.db").exists()

    @pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can be somebody else")
    def test_the_demo_works_from_a_checkout_that_one_may_only_read(self, made: Path) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shutil.chown(folder, "nobody")
            before = {path for path in made.rglob("*") if "replayed" not in path.parts}
            run(made / ".venv" / "bin" / "afterword", "demo", cwd=folder, user="nobody", environ={"HOME": folder})
            assert (folder / "demo" / "state.db").exists()
            assert {path for path in made.rglob("*") if "replayed" not in path.parts} == before
