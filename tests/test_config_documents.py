"""config.example.toml and docs/configuration.md say neither more nor less than the models do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from pydantic.fields import FieldInfo

from daemon.config import (
    AchievementSettings,
    DigestSettings,
    DraftsSettings,
    FolderSettings,
    GmailMailboxSettings,
    ImapMailboxSettings,
    MaildirMailboxSettings,
    PlaybookSettings,
    ProfileSettings,
    ReferenceSettings,
    ServiceSettings,
    Settings,
    SmtpSettings,
    StateSettings,
    load,
)
from daemon.config_values import Section
from daemon.playbook.preferences import THRESHOLDS

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "config.example.toml").read_text("utf-8")
PAGE = (ROOT / "docs" / "configuration.md").read_text("utf-8")

SECTIONS: dict[str, type[Section]] = {
    "`[profile]`": ProfileSettings,
    "`[[profile.achievements]]`": AchievementSettings,
    "`[[profile.references]]`": ReferenceSettings,
    "`[state]`": StateSettings,
    "`[digest]`": DigestSettings,
    "`[digest.smtp]`": SmtpSettings,
    "`[drafts]`": DraftsSettings,
    "`[service]`": ServiceSettings,
    "`[playbook]`": PlaybookSettings,
    '`[[mailbox]]` with `kind = "imap"`': ImapMailboxSettings,
    '`[[mailbox]]` with `kind = "gmail"`': GmailMailboxSettings,
    '`[[mailbox]]` with `kind = "maildir"`': MaildirMailboxSettings,
    "`[mailbox.folders]`": FolderSettings,
}
OTHER_PLACES_FOR_THE_PASSWORD = ("password_credential", "keyring")


def commented_options(example: str) -> Iterator[tuple[str, str]]:
    """Each option that the example has commented out, with the example in which it alone is set.

    A commented `[[mailbox]]` is one option together with the lines that follow it.
    """
    lines = example.splitlines()
    for start, line in enumerate(lines):
        if not re.match(r"#[a-z\[]", line):
            continue
        if start and lines[start - 1].startswith("#") and any(text.startswith("#[[") for text in block_before(lines, start)):
            continue
        end = start + 1
        if line.startswith("#[["):
            while end < len(lines) and re.match(r"#[a-z]", lines[end]):
                end += 1
        changed = [*lines[:start], *(text[1:] for text in lines[start:end]), *lines[end:]]
        option = re.match(r"#[\[]*([a-z_]+)", line)
        assert option
        if option[1] in OTHER_PLACES_FOR_THE_PASSWORD:
            changed = [text for text in changed if not text.startswith("password_file")]
        yield line[1:] if line.startswith("#[[") else option[1], "\n".join(changed)


def block_before(lines: list[str], index: int) -> list[str]:
    block: list[str] = []
    while index and lines[index - 1].startswith("#"):
        index -= 1
        block.append(lines[index])
    return block


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which everything lies that the example names."""
    secret = tmp_path / "imap-password"
    secret.write_text("correct horse\n")
    secret.chmod(0o600)
    (tmp_path / "ca.pem").write_text("a certificate")
    (tmp_path / "client.json").write_text("a client")
    (tmp_path / "Maildir").mkdir()
    return tmp_path


def load_text(folder: Path, text: str) -> Settings:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return load(file, {"HOME": str(folder)})


def test_the_example_is_a_valid_configuration(folder: Path) -> None:
    settings = load_text(folder, EXAMPLE)
    assert settings.profile.name == "Sam Rivera"
    assert isinstance(settings.mailbox[0], ImapMailboxSettings)
    assert settings.mailbox[0].password() == "correct horse"


@pytest.mark.parametrize(("option", "text"), [pytest.param(*each, id=each[0]) for each in commented_options(EXAMPLE)])
def test_every_option_of_the_example_is_valid_when_it_is_set(folder: Path, option: str, text: str) -> None:
    as_delivered, changed = load_text(folder, EXAMPLE), load_text(folder, text)
    if option == "[[mailbox]]":
        first, further = changed.mailbox
        assert first == as_delivered.mailbox[0]
        assert f'kind = "{further.kind}"' in text
    else:
        assert any(option in section.model_fields_set for section in (changed.profile, *parts(changed)))
        assert not any(option in section.model_fields_set for section in (as_delivered.profile, *parts(as_delivered)))


def parts(settings: Settings) -> tuple[Section, ...]:
    return settings.state, settings.digest, settings.drafts, settings.service, settings.playbook, settings.mailbox[0]


def test_what_the_example_shows_as_commented_defaults_are_the_defaults(folder: Path) -> None:
    """An option whose example value is not the default is one that has no default worth showing."""
    differing = {option for option, text in commented_options(EXAMPLE) if load_text(folder, text) != load_text(folder, EXAMPLE)}
    assert differing == {
        "region", "quiet_days", "signature", "phone", "linkedin", "highlights", "achievements", "references",
        "database", "quote_original", "password_credential", "keyring", "ca_file", "folders",
        "mailbox", "[[mailbox]]", "smtp", "metrics_file",
    }  # fmt: skip


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_example_shows_every_option(heading: str) -> None:
    for option in SECTIONS[heading].model_fields:
        assert re.search(rf"^#?{option} = |[{{,] ?{option} = ", EXAMPLE, re.MULTILINE), option


def default_in_words(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    if isinstance(field.json_schema_extra, dict) and "default" in field.json_schema_extra:
        return str(field.json_schema_extra["default"])
    default: Any = field.get_default()
    if default in ("", None, ()):
        return "none"
    return f'`"{default:%H:%M}"`' if isinstance(default, time) else f"`{json.dumps(default)}`"


def section_of_the_page(section: type[Section]) -> str:
    """What the page has to say under the section's heading: what it is for, and its options, the required ones first."""
    rows = [
        f"| `{name}` | {' '.join((field.description or '').split())} | {default_in_words(field)} |"
        for name, field in sorted(section.model_fields.items(), key=lambda item: not item[1].is_required())
    ]
    about = " ".join((section.__doc__ or "").split())
    return "\n".join([about, "", "| option | meaning | default |", "| --- | --- | --- |", *rows])


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_page_describes_every_option_as_the_models_do(heading: str) -> None:
    _, _, rest = PAGE.partition(f"\n## {heading}\n")
    assert rest.partition("\n## ")[0].strip() == section_of_the_page(SECTIONS[heading])


def test_the_example_tells_the_limits_of_the_playbook() -> None:
    said = " ".join(line.lstrip("# ") for line in EXAMPLE.partition("[playbook]")[2].partition("[[mailbox]]")[0].splitlines())
    for name, known in THRESHOLDS.items():
        assert f"({known.least} to {known.most})" in said, name


def test_every_option_has_a_description() -> None:
    undescribed = [name for section in SECTIONS.values() for name, field in section.model_fields.items() if not field.description]
    assert undescribed == []


def test_the_page_has_no_section_that_the_models_do_not_have() -> None:
    assert [heading for heading in re.findall(r"^## (.*\[.*)$", PAGE, re.MULTILINE) if heading not in SECTIONS] == []


@pytest.mark.parametrize("page", ["gmail.md", "outlook.md"])
def test_the_mailboxes_of_the_guides_are_valid(folder: Path, page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    blocks = [block.replace("\n   ", "\n") for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
    assert blocks
    for name in ("gmail-password", "outlook.json"):
        (folder / name).write_text("a secret")
        (folder / name).chmod(0o600)
    for block in blocks:
        (mailbox,) = load_text(folder, EXAMPLE.partition("\n[[mailbox]]")[0] + "\n" + block).mailbox
        assert f"`afterword auth {mailbox.name}`" in text or f"\nafterword auth {mailbox.name}\n" in text


def test_the_smallest_configuration_on_the_page_works(folder: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 1
    assert load_text(folder, blocks[0]).mailbox[0].name == "personal"
