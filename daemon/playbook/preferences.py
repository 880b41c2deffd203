"""Every threshold of the playbook in one place, with the article that it comes from.

The user may move some of them (`[playbook]` in the configuration) within the limits that the articles allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from daemon.mail.message import Address
from daemon.playbook.calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Preferences:
    calendar: WorkingCalendar
    own_addresses: frozenset[str]
    """Casefolded."""
    references: tuple[Address, ...] = ()
    thank_you_delay: timedelta = timedelta(minutes=30)
    thank_you_send_by: timedelta = timedelta(hours=24)  # 004
    thank_you_expires: timedelta = timedelta(hours=48)  # 003
    status_check_days: int = 7  # 002 003 004
    status_check_expires_days: int = 21
    max_status_checks: int = 2  # 004
    holds_before_asking: int = 3  # 003
    answer_send_by: timedelta = timedelta(hours=24)
    holding_reply_expires: timedelta = timedelta(hours=72)
    rejection_thanks_expires_days: int = 7
    keep_in_touch_months: int = 1  # 000
    keep_in_touch_minimum_days: int = 30  # 000
    keep_in_touch_expires_days: int = 30
    reference_notice_expires_days: int = 14  # 004
    usual_interview: timedelta = timedelta(minutes=60)
