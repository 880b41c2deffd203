"""Text as the rules see it: sentences of plain words, with the way back to the phrase as it stands in the message.

The rules match on words: lower case, contractions spelled out ("won't" is "will not"), hyphens opened, punctuation gone,
addresses and links reduced to one word each. So one phrase covers many spellings, and a gap of "up to three words" means
words. Sentences matter because a cue counts only within the reach of its own condition, negation or question mark.

Everything runs in linear time on capped text: mail is hostile.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from classifiers.vocabulary import words as word_list

TEXT_LIMIT = 20_000
"""Characters of a text that are read; a step of a hiring process is never said later than that."""

_SUBJECT_LIMIT = 300

WORD_LIMIT = 2_500
"""Words of a text that are read: bounds the rules on texts made of one-letter words."""

_WORD = re.compile(
    r"""
      (?P<plain>[a-z]{1,40}(?=[ ,\n]))
    | (?P<link>(?:https?://|www\.)\S{1,300})
    | (?P<address>[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})
    | (?P<money>[$€£₹]\s?\d[\d.,]{0,12})
    | (?P<half>(?<!\w)[ap]\.\s?m\b\.?)
    | (?P<number>\d{4}-\d{2}-\d{2} | \d{1,4}[/.]\d{1,2}[/.]\d{2,4} | \d{1,2}[:.]\d{2}(?!\d) | \d{1,2}/\d{1,2}(?!\d)
        | \d{1,12}(?:st|nd|rd|th)\b | \d{1,12})
    | (?P<word>[^\W\d_]{1,40}(?:'[^\W\d_]{1,12}){0,2})
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is a word; `plain`, the most of them, is first because the others take longer to rule out."""

_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:\s]{1,100})", re.IGNORECASE)
_SENTENCE_END = re.compile(r"""[.!?…]{1,8}["”'’)\]]{0,2}(?=\s)""")
_ABBREVIATIONS = word_list(
    "dr mr mrs ms mx prof st no nr ref inc ltd co corp dept approx e.g i.e eg ie etc vs jr sr tel ext min max incl resp ca "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m a p"
)
_LIST_ITEM = re.compile(r"\s{0,8}(?:[-*•–·▪]\s|\d{1,2}[.)]\s|\w[\w ]{0,24}\s?:)")
_QUOTATION = re.compile(r'["“]([^"“”\n]{12,400})["”]')
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'"})

_WHOLE_CONTRACTIONS = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "let's": "let us",
    "it's": "it is", "that's": "that is", "there's": "there is", "here's": "here is", "what's": "what is",
    "who's": "who is", "how's": "how is", "when's": "when is", "he's": "he is", "she's": "she is",
    "everything's": "everything is",
    "dont": "do not", "didnt": "did not", "wont": "will not", "cant": "can not", "havent": "have not", "isnt": "is not",
    "arent": "are not", "couldnt": "could not", "wasnt": "was not", "im": "i am", "ive": "i have", "youre": "you are",
    "weve": "we have", "thats": "that is", "whats": "what is", "lets": "let us", "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "u": "you", "ur": "your", "pls": "please", "plz": "please", "thx": "thanks", "ty": "thanks",
    "tmrw": "tomorrow", "tmr": "tomorrow", "tomo": "tomorrow", "mtg": "meeting", "intvw": "interview", "y'all": "you all",
    "canceled": "cancelled", "canceling": "cancelling", "programme": "program", "résumé": "resume", "résumés": "resumes",
    "shortlisted": "shortlisted", "apologise": "apologize", "organise": "organize", "finalising": "finalizing",
    "finalise": "finalize", "finalised": "finalized", "prioritise": "prioritize", "favour": "favor", "enquiry": "inquiry",
    "endeavours": "endeavors", "apologising": "apologizing", "organising": "organizing", "cv's": "cv", "skype": "zoom",
}  # fmt: skip
_CONTRACTION_ENDS = (("n't", " not"), ("'ll", " will"), ("'ve", " have"), ("'re", " are"), ("'m", " am"), ("'d", " would"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or heading: `start` and `end` count words of the passage, `end` being exclusive."""

    start: int
    end: int
    question: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The subject line and the text of one message, as words.

    `stream` is what the phrases are matched on: every word with one space before and after it, a lone line feed between
    sentences, so that no phrase and no gap can cross one. `words` is the same as a tuple, `vocabulary` as a set; `quoted` marks
    words in quotation marks (somebody's speech, not the writer's own).
    """

    subject: str
    text: str
    words: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    stream: str
    vocabulary: frozenset[str]
    quoted: frozenset[int]
    _places: tuple[int, ...]
    _spans: tuple[tuple[int, int], ...]
    _sentence_starts: tuple[int, ...]

    def word_at(self, place: int) -> int:
        """Number of the word that begins at or before `place` of the stream."""
        return bisect_right(self._places, place) - 1

    def places_of(self, sentence: int) -> tuple[int, int]:
        """Where the sentence of that number begins and ends in the stream, the space before it included."""
        following = self.sentences[sentence].end
        end = self._places[following] - 1 if following < len(self._places) else len(self.stream)
        return self._places[self.sentences[sentence].start] - 1, end

    def sentence_of(self, word: int) -> Sentence:
        return self.sentences[bisect_right(self._sentence_starts, word) - 1]

    def phrase(self, first: int, last: int, limit: int = 120) -> str:
        """The words `first` to `last` (inclusive) as they stand in the message, white space folded, cut at `limit` characters."""
        source = self.subject if self.sentence_of(first).subject else self.text
        return " ".join(source[self._spans[first][0] : self._spans[last][1]].split())[:limit]


def read_passage(subject: str, text: str) -> Passage:
    """Subject and text as one `Passage`; the text is cut at `TEXT_LIMIT` characters and `WORD_LIMIT` words."""
    subject, text = subject[:_SUBJECT_LIMIT], text[:TEXT_LIMIT]
    plain_subject, plain_text = subject.translate(_APOSTROPHES), text.translate(_APOSTROPHES)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    sentences: list[Sentence] = []
    parts = ((plain_subject, [(0, len(subject))], True), (plain_text, _split(plain_text), False))
    for source, pieces, is_subject in parts:
        for begin, end in pieces:
            first = len(words)
            _append_words(source, begin, end, words, spans)
            if len(words) > first:
                question = source[begin:end].rstrip("\"”')] \n\t").endswith("?")
                sentences.append(Sentence(first, len(words), question, is_subject))
            if len(words) >= WORD_LIMIT:
                break
    stream, places = _stream(words, sentences)
    body_start = next((sentence.start for sentence in sentences if not sentence.subject), len(words))
    return Passage(
        subject=subject,
        text=text,
        words=tuple(words),
        sentences=tuple(sentences),
        stream=stream,
        vocabulary=frozenset(words),
        quoted=_quoted_words(text, spans, body_start),
        _places=places,
        _spans=tuple(spans),
        _sentence_starts=tuple(sentence.start for sentence in sentences),
    )


def _stream(words: list[str], sentences: list[Sentence]) -> tuple[str, tuple[int, ...]]:
    parts: list[str] = []
    places: list[int] = []
    place = 0
    for sentence in sentences:
        parts.append(" ")
        place += 1
        for word in words[sentence.start : sentence.end]:
            places.append(place)
            parts.append(word + " ")
            place += len(word) + 1
        parts.append("\n")
        place += 1
    return "".join(parts), tuple(places)


def _append_words(source: str, begin: int, end: int, words: list[str], spans: list[tuple[int, int]]) -> None:
    for found in _WORD.finditer(source, begin, end):
        if found.lastgroup == "plain" and (whole := found.group().lower()) not in _WHOLE_CONTRACTIONS:
            words.append(whole)
            spans.append(found.span())
        else:
            for plain in _plain(found):
                words.append(plain)
                spans.append(found.span())
        if len(words) >= WORD_LIMIT:
            return


def _plain(found: re.Match[str]) -> list[str]:
    whole = found.group().lower()
    match found.lastgroup:
        case "link":
            host = _HOST.match(whole)
            return ["url:" + host.group(1) if host else "url:"]
        case "address":
            return ["<address>"]
        case "money":
            return ["<money>"]
        case "half":
            return [whole[0] + "m"]
        case "number":
            return [whole]
    spelled = _WHOLE_CONTRACTIONS.get(whole)
    if spelled is not None:
        return spelled.split()
    if "'" in whole:
        for end, replacement in _CONTRACTION_ENDS:
            if whole.endswith(end):
                return (whole[: -len(end)] + replacement).split()
        return [whole.partition("'")[0]]
    return [whole]


def _split(text: str) -> list[tuple[int, int]]:
    """Spans of sentences, list items and short lines. A hard-wrapped line goes on in the next one."""
    pieces: list[tuple[int, int]] = []
    for begin, end in _blocks(text):
        start = begin
        for stop in _SENTENCE_END.finditer(text, begin, end):
            if text[stop.start()] == "." and _abbreviated(text, start, stop.start()):
                continue
            pieces.append((start, stop.end()))
            start = stop.end()
        if start < end:
            pieces.append((start, end))
    return pieces


def _abbreviated(text: str, start: int, stop: int) -> bool:
    before = text[max(start, stop - 8) : stop]
    last = before.replace("\n", " ").rpartition(" ")[2].lstrip("(").lower()
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i")


def _blocks(text: str) -> list[tuple[int, int]]:
    blocks: list[tuple[int, int]] = []
    begin = place = 0
    wraps = False
    for line in text.split("\n"):
        if not line.strip() or not wraps or _LIST_ITEM.match(line):
            if begin < place:
                blocks.append((begin, place))
            begin = place
        # Only a line that was filled to the margin can have been wrapped by the sender's program.
        wraps = 50 <= len(line.rstrip()) <= 100 and bool(line.strip())
        place += len(line) + 1
    if begin < len(text):
        blocks.append((begin, len(text)))
    return blocks


def _quoted_words(text: str, spans: list[tuple[int, int]], body_start: int) -> frozenset[int]:
    starts = [start for start, _ in spans[body_start:]]
    quoted: set[int] = set()
    for quotation in _QUOTATION.finditer(text):
        if quotation.group(1).count(" ") >= 2:
            first = bisect_right(starts, quotation.start(1) - 1)
            last = bisect_right(starts, quotation.end(1) - 1)
            quoted.update(range(body_start + first, body_start + last))
    return frozenset(quoted)


_ENGLISH = word_list(
    "the a an and or but to of in on at for with from by is are was were be been have has had will would can "
    "could not we you your "
    "our i my me us it this that as if so do does any all at about up out more very just there here they them their "
    "please thank thanks hi hello dear what when which who how"
)
_FOREIGN = word_list(
    # German, Dutch, French, Spanish, Italian, Portuguese, Polish and Nordic function words that are not also English ones.
    "der die das und ist nicht sie wir ihre ihren ihnen mit für von zu den dem ein eine einen auf im es dass leider vielen dank "
    "het een en van niet voor met zijn wij uw je we bij op te dat heeft "
    "le la les des du et est une pour vous nous votre vos avec dans que qui ne pas sur ce cette au aux "
    "el los las y es una para con por su que no de del nos en lo se al usted "
    "il di che per con non è della dei sono ci la gentile grazie "
    "o os as um uma para com não em do da dos das você sua seu que obrigado "
    "nie jest się na z do w i że dla pan pani "
    "och att det som för med är vi inte på til og er ikke av den "
    "tack med vänlig hälsning bonjour merci cordialement hola gracias saludos estimado estimada") - _ENGLISH  # fmt: skip


def is_english(passage: Passage) -> bool:
    """Whether the words are English ones: enough of the small words that no English text does without, and no other tongue's."""
    words = [word for word in passage.words if word[:1].isalpha() and not word.startswith("url:")]
    if not words:
        return False
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    return english >= max(1, len(words) * 0.15) and english > foreign * 2
