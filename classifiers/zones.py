"""Time zones as people write them after a time: "PT", "Eastern Time (US & Canada)", "UTC+1", "London time", "Europe/Berlin".

Letters that mean several zones (IST, BST, CST) are read only where the writer's own offset or the country says which;
otherwise the time stays without a zone, and the user's is meant.
"""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from classifiers.standpoint import Standpoint

# People write EST in July and mean New York's wall clock, so the letters name the region and not the fixed offset.
_LETTERS = {
    "ET": "America/New_York",
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "CT": "America/Chicago",
    "CDT": "America/Chicago",
    "MT": "America/Denver",
    "MST": "America/Denver",
    "MDT": "America/Denver",
    "PT": "America/Los_Angeles",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "AKST": "America/Anchorage",
    "AKDT": "America/Anchorage",
    "HST": "Pacific/Honolulu",
    "UTC": "UTC",
    "GMT": "UTC",
    "Z": "UTC",
    "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon",
    "CET": "Europe/Paris",
    "CEST": "Europe/Paris",
    "MEZ": "Europe/Berlin",
    "MESZ": "Europe/Berlin",
    "EET": "Europe/Helsinki",
    "EEST": "Europe/Helsinki",
    "MSK": "Europe/Moscow",
    "SAST": "Africa/Johannesburg",
    "WAT": "Africa/Lagos",
    "EAT": "Africa/Nairobi",
    "PKT": "Asia/Karachi",
    "SGT": "Asia/Singapore",
    "PHT": "Asia/Manila",
    "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "AET": "Australia/Sydney",
    "AEST": "Australia/Brisbane",
    "AEDT": "Australia/Sydney",
    "ACST": "Australia/Darwin",
    "AWST": "Australia/Perth",
    "NZT": "Pacific/Auckland",
    "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland",
    "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires",
    "ADT": "America/Halifax",
    "NDT": "America/St_Johns",
    "CAT": "Africa/Maputo",
    "GST": "Asia/Dubai",
    "ICT": "Asia/Bangkok",
    "WIB": "Asia/Jakarta",
    "MYT": "Asia/Kuala_Lumpur",
    "ACDT": "Australia/Adelaide",
}
# letters -> (zone, countries, offsets of writers in hours) in order of preference
_SHARED_LETTERS: dict[str, tuple[tuple[str, frozenset[str], frozenset[float]], ...]] = {
    "IST": (
        ("Asia/Kolkata", frozenset({"IN"}), frozenset({5.5})),
        ("Europe/Dublin", frozenset({"IE"}), frozenset({1.0})),
        ("Asia/Jerusalem", frozenset({"IL"}), frozenset({2.0, 3.0})),
    ),
    "BST": (
        ("Europe/London", frozenset({"GB"}), frozenset({1.0})),
        ("Asia/Dhaka", frozenset({"BD"}), frozenset({6.0})),
    ),
    "CST": (
        ("Asia/Shanghai", frozenset({"CN", "TW"}), frozenset({8.0})),
        ("America/Chicago", frozenset({"US", "CA", "MX"}), frozenset({-4.0, -5.0, -6.0, -7.0, -8.0})),
    ),
}
_REGIONS = {
    "central european": "Europe/Paris",
    "eastern european": "Europe/Helsinki",
    "western european": "Europe/Lisbon",
    "australian eastern": "Australia/Sydney",
    "australian western": "Australia/Perth",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "arizona": "America/Phoenix",
    "pacific": "America/Los_Angeles",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "greenwich mean": "UTC",
    "coordinated universal": "UTC",
    "british summer": "Europe/London",
    "british": "Europe/London",
    "irish": "Europe/Dublin",
    "indian": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "japan": "Asia/Tokyo",
    "singapore": "Asia/Singapore",
    "israel": "Asia/Jerusalem",
    "gulf": "Asia/Dubai",
    "china": "Asia/Shanghai",
    "korea": "Asia/Seoul",
    "new zealand": "Pacific/Auckland",
    "german": "Europe/Berlin",
    "french": "Europe/Paris",
    "spanish": "Europe/Madrid",
    "italian": "Europe/Rome",
    "polish": "Europe/Warsaw",
    "philippine": "Asia/Manila",
    "swiss": "Europe/Zurich",
    "dutch": "Europe/Amsterdam",
    "uk": "Europe/London",
    "queensland": "Australia/Brisbane",
    "qld": "Australia/Brisbane",
    "nsw": "Australia/Sydney",
    "nigerian": "Africa/Lagos",
    "kenyan": "Africa/Nairobi",
    "south african": "Africa/Johannesburg",
    "malaysian": "Asia/Kuala_Lumpur",
    "pakistan": "Asia/Karachi",
    "east coast": "America/New_York",
    "west coast": "America/Los_Angeles",
}
_CITIES = {
    "new york": "America/New_York",
    "nyc": "America/New_York",
    "boston": "America/New_York",
    "atlanta": "America/New_York",
    "toronto": "America/Toronto",
    "chicago": "America/Chicago",
    "austin": "America/Chicago",
    "dallas": "America/Chicago",
    "houston": "America/Chicago",
    "denver": "America/Denver",
    "phoenix": "America/Phoenix",
    "los angeles": "America/Los_Angeles",
    "san francisco": "America/Los_Angeles",
    "seattle": "America/Los_Angeles",
    "vancouver": "America/Vancouver",
    "mexico city": "America/Mexico_City",
    "sao paulo": "America/Sao_Paulo",
    "london": "Europe/London",
    "edinburgh": "Europe/London",
    "dublin": "Europe/Dublin",
    "lisbon": "Europe/Lisbon",
    "madrid": "Europe/Madrid",
    "barcelona": "Europe/Madrid",
    "paris": "Europe/Paris",
    "amsterdam": "Europe/Amsterdam",
    "brussels": "Europe/Brussels",
    "zurich": "Europe/Zurich",
    "berlin": "Europe/Berlin",
    "munich": "Europe/Berlin",
    "vienna": "Europe/Vienna",
    "copenhagen": "Europe/Copenhagen",
    "stockholm": "Europe/Stockholm",
    "oslo": "Europe/Oslo",
    "helsinki": "Europe/Helsinki",
    "warsaw": "Europe/Warsaw",
    "prague": "Europe/Prague",
    "rome": "Europe/Rome",
    "athens": "Europe/Athens",
    "istanbul": "Europe/Istanbul",
    "tel aviv": "Asia/Jerusalem",
    "dubai": "Asia/Dubai",
    "bangalore": "Asia/Kolkata",
    "bengaluru": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata",
    "singapore": "Asia/Singapore",
    "hong kong": "Asia/Hong_Kong",
    "shanghai": "Asia/Shanghai",
    "manila": "Asia/Manila",
    "tokyo": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "brisbane": "Australia/Brisbane",
    "perth": "Australia/Perth",
    "auckland": "Pacific/Auckland",
    "lagos": "Africa/Lagos",
    "nairobi": "Africa/Nairobi",
    "johannesburg": "Africa/Johannesburg",
    "cape town": "Africa/Johannesburg",
}


def _alternatives(names: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_OFFSET = r"(?:UTC|GMT) ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b"
_REGION = (
    rf"(?:(?:US|U\.S\.|Canada) )?(?P<region>{_alternatives(_REGIONS)})"
    r"(?P<suffix>(?: (?:standard|daylight|summer|winter))?(?: time)?(?: ?(?:-|\() ?(?:US ?(?:&|and) ?Canada)\)?)?)(?!\w)"
)
# "9:30 PM Manila." names a zone; "9:30 Manila office", "9:30 in Manila" and "9:30, Manila" name a place.
_CITY = (
    rf"(?P<city>{_alternatives(_CITIES)})(?: local)? time\b"
    rf"|(?<!in )(?<!,)(?<!, )(?P<bare_city>{_alternatives(_CITIES)})(?= ?(?:[.;)]|\n|$|\((?:that|which|so|it)\b))"
)
_ZONE = re.compile(
    rf"[ ,]{{0,2}}[(\[]? ?(?:/ ?|- )?(?:in )?"
    rf"(?:\(?{_OFFSET}\)?(?:[ -]{{0,3}}\(?{_REGION})?"
    rf"|{_REGION.replace('<region>', '<region2>').replace('<suffix>', '<suffix2>')}"
    rf"|{_CITY}|(?P<mine>my|our) time\b|(?P<iana>[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[_/][A-Z][a-z]+){{0,2}})"
    rf"|(?P<letters>[A-Z]{{1,4}})(?![\w/]))"
    rf"(?: ?\([A-Z]{{2,4}}\))?(?: ?- ?(?:{_alternatives(_CITIES)})\b)?[)\]]?",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"(?:\(all (?:in )?(?!times|\()|\ball (?:the )?times (?:(?:are|is) )?(?:shown |listed |given "
    r"|quoted )?(?:in )?|\btime ?zone(?: is)? ?[:(-]?\s?)",
    re.I,
)


def zone_at(plain: str, position: int, standpoint: Standpoint) -> tuple[tzinfo, int] | None:
    """The zone that is named right there (after a space, comma or bracket), and where its name ends."""
    found = _ZONE.match(plain, position, position + 90)
    if found is None:
        return None
    zone = _zone_of(found, standpoint)
    return None if zone is None else (zone, found.end())


def zone_for_all(plain: str, standpoint: Standpoint) -> tzinfo | None:
    """The zone that a text states for all of its times ("All times are Eastern", "Time zone: CET")."""
    for statement in _FOR_ALL.finditer(plain):
        found = zone_at(plain, statement.end(), standpoint)
        if found is not None:
            return found[0]
    return None


def _zone_of(found: re.Match[str], standpoint: Standpoint) -> tzinfo | None:
    region = found["region"] or found["region2"]
    if region is not None and (found["region"] or _is_zone_word(found["region2"], found["suffix2"])):
        return named_zone(_REGIONS[region.lower()])
    if found["sign"] is not None:
        return _fixed(found["sign"], int(found["hours"]), int(found["minutes"] or 0))
    if found["city"] is not None:
        return named_zone(_CITIES[found["city"].lower()])
    if found["bare_city"] is not None:
        return named_zone(_CITIES[found["bare_city"].lower()])
    if found["mine"] is not None:
        return timezone(standpoint.offset) if standpoint.offset is not None else None
    if found["iana"] is not None:
        return named_zone(found["iana"])
    if found["letters"] is not None:
        return _zone_of_letters(found["letters"], standpoint)
    return None


def _is_zone_word(region: str, suffix: str) -> bool:
    """ "3pm Pacific" names a zone; "3pm in Singapore", "3pm pacific views" and "3pm UK" without "time" need more than a word."""
    return bool(suffix) or (region[0].isupper() and region.lower() in ("eastern", "central", "mountain", "pacific", "uk"))


def _zone_of_letters(letters: str, standpoint: Standpoint) -> tzinfo | None:
    if letters != letters.upper() and letters.lower() not in (
        "utc",
        "gmt",
        "est",
        "edt",
        "cst",
        "cdt",
        "pst",
        "pdt",
        "cet",
        "ist",
        "bst",
    ):
        return None
    letters = letters.upper()
    if letters in _LETTERS:
        return named_zone(_LETTERS[letters])
    hours = standpoint.offset.total_seconds() / 3600 if standpoint.offset is not None else None
    meanings = _SHARED_LETTERS.get(letters, ())
    for name, _, offsets in meanings:
        if hours is not None and hours in offsets:
            return named_zone(name)
    for name, countries, _ in meanings:
        if standpoint.country in countries:
            return named_zone(name)
    return None


def _fixed(sign: str, hours: int, minutes: int) -> tzinfo | None:
    if hours > 14:
        return None
    distance = timedelta(hours=hours, minutes=minutes)
    return timezone(distance if sign == "+" else -distance)


@lru_cache(maxsize=256)
def named_zone(name: str) -> tzinfo | None:
    """The zone of that name in the IANA database, None if there is none."""
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
