"""Everyday mail written by a generator: receipts, parcels, newsletters, lists, alerts, statements, friends.

What a mailbox is full of beside a job search, in the forms in which it comes: HTML with style sheets, two alternatives, list
headers, attachments, quoted history. The same seed gives the same mail.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

SAM = "Sam Rivera <sam.rivera@example.org>"

_GOODS = (
    *("a desk lamp", "running shoes", "a coffee grinder", "two paperbacks", "a bicycle tube", "printer ink", "a rain jacket"),
    *("cat food", "a phone case", "garden seeds", "a frying pan", "a set of towels", "a board game", "wool socks"),
)
_SHOPS = ("Bluebarn", "Copperleaf", "Tallgrass", "Marlowe & Finch", "Lakeside Books", "Velocina", "Greenpatch", "Hobnob")
_TOWNS = ("Albany", "Springfield", "Portland", "Dayton", "Reading", "Salem", "Bristol", "Madison")
_FRIENDS = ("Nina Falk", "Omar Haddad", "Greta Lund", "Tomas Vega", "Priya Nair", "Ben Carver", "Lucy Ames", "Aunt Carol")
_DISHES = ("lasagne", "pumpkin soup", "tacos", "potato salad", "banana bread", "fish pie", "mushroom risotto", "apple crumble")
_TOPICS = (
    *("ten small gardens", "winter sale", "the best maps of the week", "trail notes", "a history of glass", "city bike routes"),
    *("what we read in autumn", "slow cooking", "bird migration", "the museum calendar", "budget travel", "indoor plants"),
)
_SENTENCES = (
    "The weather turned cold over the weekend and the lake is almost frozen.",
    "Our kitchen tested three recipes with roasted vegetables and fresh bread.",
    "Members save twenty percent on all winter jackets until Sunday night.",
    "The train takes two hours along the coast and the view is worth every minute.",
    "A reader from the north sent us photographs of her balcony in bloom.",
    "Shipping is free on every purchase over forty dollars this month.",
    "The museum shows glass and silver from the river towns until spring.",
    "We tasted olive oil from five islands and liked the cheapest best.",
    "The new trail runs past two waterfalls and ends at a small beach.",
    "Subscribers vote for the photograph of the month on our website.",
    "Cut the stems at an angle, change the water daily and keep the vase out of the sun.",
    "The second season streams on Friday with eight new episodes.",
    "A warm scarf, a thermos and good boots are all that you need for the walk.",
    "Half of the tickets for the concert on the square went in an hour.",
    "Prices of houses fell a little in the suburbs and rose along the river.",
    "The library lends snow shoes, sleds and a telescope to everybody with a card.",
    "Stir the butter into the flour until it looks like sand, then add cold water.",
    "Our guide to cheap flights lists forty routes below one hundred dollars.",
)
_PATCHES = (
    "The lock in the cache is taken twice when the disk is full, see the trace below.",
    "Building with the new compiler prints a warning about an unused variable in the parser module.",
    "I rebased the series on the current branch and fixed the typo in the second patch.",
    "The kernel boots on the old board, but the network driver drops packets after suspend.",
    "Could you split this patch and send the documentation change separately?",
    "Tested on two machines, the memory leak in the buffer code is gone.",
    "The function returns zero when the file is empty, which callers treat as an error.",
)


def noise(seed: int, count: int, at: Callable[[int], datetime], *, personal: bool = True) -> Iterator[bytes]:
    """So many mails that have nothing to do with a job search, as the server keeps them (CRLF); the n-th of the time `at(n)`.
    `personal`: letters of friends are among them."""
    rng = random.Random(seed)  # noqa: S311 - the same mailbox for the same seed
    makers, weights = zip(*(each for each in _MAKERS if personal or each[0] is not _friend), strict=True)
    for number in range(count):
        message = rng.choices(makers, weights)[0](rng, number)
        message["To"] = SAM
        message["Date"] = format_datetime(at(number))
        message["Message-ID"] = f"<{seed}.{number}.{rng.getrandbits(48):x}@mail.example>"
        yield _trace(rng) + message.as_bytes()


def _trace(rng: random.Random) -> bytes:
    """The header fields that servers on the way put on top."""
    lines = [b"Return-Path: <bounce-%x@mail.example>" % rng.getrandbits(40)]
    for hop in range(rng.randint(2, 4)):
        lines.append(b"Received: from mx%d.mail.example (mx%d.mail.example [192.0.2.%d])" % (hop, hop, rng.randint(1, 250)))
        lines.append(b"\tby mx.example.org (Postfix) with ESMTPS id %X" % rng.getrandbits(44))
        lines.append(b"\tfor <sam.rivera@example.org>; Mon, 2 Nov 2026 10:00:00 +0000 (UTC)")
    signature = b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example; s=s1; h=from:to:subject:date; b="
    lines.append(signature + b"\r\n\t".join(b"%x" % rng.getrandbits(280) for _ in range(5)))
    return b"\r\n".join(lines) + b"\r\n"


def _message(sender: str, subject: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["Subject"] = subject
    return message


def _prose(rng: random.Random, sentences: int) -> str:
    chosen = [rng.choice(_SENTENCES) for _ in range(sentences)]
    return "\n\n".join(" ".join(chosen[at : at + 3]) for at in range(0, len(chosen), 3))


def _page(rng: random.Random, title: str, paragraphs: list[str], weight: int) -> str:
    """An HTML page as mail programs for marketing write it; `weight` is about how many bytes of furniture it has."""
    rules = "\n".join(
        f".c{at} td.s{at} {{ padding: {rng.randint(0, 30)}px; color: #{rng.getrandbits(24):06x}; font-family: Arial; }}"
        for at in range(weight // 160)
    )
    cells = "\n".join(
        f'<tr><td class="c{at}" style="padding:12px 24px;font-size:15px;line-height:22px"><p>{text}</p>'
        f'<a href="https://click.mail.example/t/{rng.getrandbits(160):x}" style="color:#336699">Read more</a>'
        f'<img src="https://img.mail.example/{rng.getrandbits(128):x}.png" width="600" height="1" alt=""></td></tr>'
        for at, text in enumerate(paragraphs)
    )
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title><style>{rules}</style></head><body>"
        f'<table width="600" align="center"><tr><td><h1>{title}</h1></td></tr>{cells}</table>'
        "<p>You receive this message because you are a customer. Unsubscribe or change your preferences.</p></body></html>"
    )


def _receipt(rng: random.Random, number: int) -> EmailMessage:
    shop, goods, total = rng.choice(_SHOPS), rng.choice(_GOODS), rng.randint(9, 240)
    message = _message(f"{shop} <orders@{shop.split()[0].lower()}.example>", f"Your {shop} order #{number + 40311}")
    lines = [
        f"Thank you for your order. You bought {goods} for ${total}.00, shipping included.",
        f"The parcel leaves our warehouse in {rng.choice(_TOWNS)} within two days and the invoice is in your account.",
        "Returns are free for thirty days. Keep this receipt for the warranty of your purchase.",
    ]
    message.set_content("\n\n".join(lines), cte="quoted-printable")
    message.add_alternative(_page(rng, "Your receipt", lines, rng.randint(3000, 12000)), subtype="html", cte="quoted-printable")
    return message


def _parcel(rng: random.Random, number: int) -> EmailMessage:
    message = _message(
        "Parcel Post <tracking@parcels.example>", rng.choice(("Your parcel is on its way", "Delivered", "Hello Sam"))
    )
    text = (
        f"Your package with {rng.choice(_GOODS)} is on its way from {rng.choice(_TOWNS)} to {rng.choice(_TOWNS)}. Track the "
        f"parcel with the number {rng.getrandbits(40)}. The driver delivers to your door or leaves it in the parcel locker."
    )
    message.set_content(_page(rng, "Your parcel", [text], rng.randint(2000, 9000)), subtype="html", cte="quoted-printable")
    return message


def _newsletter(rng: random.Random, number: int) -> EmailMessage:
    topic = rng.choice(_TOPICS)
    message = _message(f"The {rng.choice(_TOWNS)} Letter <letter@news.example>", f"This week: {topic}")
    message["List-Unsubscribe"] = f"<https://news.example/u/{rng.getrandbits(80):x}>"
    message["List-Id"] = "<letter.news.example>"
    paragraphs = [_prose(rng, 3) for _ in range(rng.randint(4, 14))]
    if rng.random() < 0.6:
        message.set_content("\n\n".join(paragraphs))
        message.add_alternative(_page(rng, topic, paragraphs, rng.randint(6000, 24000)), subtype="html", cte="quoted-printable")
    else:
        message.set_content(_page(rng, topic, paragraphs, rng.randint(6000, 24000)), subtype="html", cte="base64")
    return message


def _list_mail(rng: random.Random, number: int) -> EmailMessage:
    message = _message(f"{rng.choice(_FRIENDS)} <dev{rng.randint(1, 90)}@lists.example>", f"Re: [PATCH v2 {number % 7}/7] cache")
    message["List-Id"] = "<devel.lists.example>"
    message["In-Reply-To"] = f"<{rng.getrandbits(60):x}@lists.example>"
    said = " ".join(rng.choice(_PATCHES) for _ in range(4))
    quoted = "\n".join(f"> {rng.choice(_PATCHES)}" for _ in range(rng.randint(3, 30)))
    code = "\n".join(f"+\tif (buffer[{rng.randint(0, 99)}] == NULL)\n+\t\treturn -EINVAL;" for _ in range(rng.randint(1, 20)))
    message.set_content(f"{said}\n\n{quoted}\n\n{rng.choice(_PATCHES)}\n\n{code}\n")
    return message


def _friend(rng: random.Random, number: int) -> EmailMessage:
    name = rng.choice(_FRIENDS)
    message = _message(
        f"{name} <{name.split()[0].lower()}@home.example>", rng.choice(("Saturday", "photos", "Re: dinner", "hey"))
    )
    dish = rng.choice(_DISHES)
    message.set_content(
        f"Hi Sam,\n\nthe kids loved the beach and the photos are lovely. I cook {dish} on Saturday, bring your bicycle and a "
        f"swimsuit. {rng.choice(_SENTENCES)} Grandma says hello and wants her {rng.choice(_GOODS)[2:]} back.\n\n"
        f"Love,\n{name.split()[0]}\n"
    )
    return message


def _statement(rng: random.Random, number: int) -> EmailMessage:
    message = _message("Harbor Bank <statements@harborbank.example>", "Your statement is ready")
    message.set_content(
        f"Dear customer,\n\nyour bank statement for account ending {rng.randint(1000, 9999)} is attached. The balance was "
        f"${rng.randint(200, 9000)}.17. A payment of ${rng.randint(20, 400)}.00 to {rng.choice(_SHOPS)} was charged to your "
        "card. Never share your password or card number by email.\n\nHarbor Bank\n"
    )
    message.add_attachment(rng.randbytes(rng.randint(20_000, 200_000)), maintype="application", subtype="pdf", filename="s.pdf")
    return message


def _social(rng: random.Random, number: int) -> EmailMessage:
    name = rng.choice(_FRIENDS)
    message = _message("Ringlet <notify@ringlet.example>", f"{name} shared a photo")
    text = f"{name} shared a photo in {rng.choice(_TOWNS)}: {rng.choice(_SENTENCES)} Fourteen friends liked it and left comments."
    message.set_content(text)
    message.add_alternative(_page(rng, "New photos", [text], rng.randint(4000, 14000)), subtype="html", cte="quoted-printable")
    return message


_MAKERS: tuple[tuple[Callable[[random.Random, int], EmailMessage], float], ...] = (
    (_receipt, 20),
    (_parcel, 14),
    (_newsletter, 26),
    (_list_mail, 16),
    (_friend, 9),
    (_statement, 2),
    (_social, 13),
)
