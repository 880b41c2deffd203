"""Tests of the mailbox room. The contract's assertions are rewritten by pytest like those of a test module."""

import pytest

pytest.register_assert_rewrite("tests.mailbox.contract")
