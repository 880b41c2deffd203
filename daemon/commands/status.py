"""`status`: how the running service is; where none runs, what the database knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from daemon.commands.surroundings import Surroundings, furnished
from daemon.config import Settings
from daemon.service.answering import ask
from daemon.service.lock import Whereabouts, holder
from daemon.service.overview import Overview, of_database
from daemon.service.process import DOING


def overview(surroundings: Surroundings) -> Overview:
    """Raises ConfigError, and StateError where the service does not answer and the database cannot be used either."""
    settings = surroundings.settings()
    whereabouts = Whereabouts.of(settings.state.database)
    card = holder(whereabouts) if whereabouts else {}
    if card.get("doing") != DOING:
        return _of_database(settings, surroundings.now, f"`afterword {card['doing']}` is at work just now" if card else "")
    answer = ask(Path(str(card["socket"])))
    try:
        return Overview.from_json(answer or "")
    except (ValueError, KeyError, TypeError):
        silent = f"the service runs (process {card.get('pid', '?')}) and does not answer"
        return _of_database(settings, surroundings.now, silent)


def local_time(surroundings: Surroundings) -> Callable[[datetime], datetime]:
    """From an instant to the wall clock of the user."""
    zone = surroundings.settings().zone
    return lambda instant: instant.astimezone(zone)


def _of_database(settings: Settings, now: datetime, problem: str) -> Overview:
    house = furnished(settings)
    try:
        return of_database(house, now, problem)
    finally:
        house.close()
