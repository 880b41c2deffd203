"""Tests of the mailbox room. The contract's assertions are rewritten by pytest like those of a test module."""

import pytest

pytest.register_assert_rewrite(
    *(f"tests.mailbox.{name}" for name in ("contract", "contract_drafts", "contract_reading", "steps"))
)
