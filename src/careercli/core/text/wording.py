"""How a search reads words: the rules of a language are data, and what is done with them stands here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from unicodedata import normalize

import msgspec

from careercli.core.text.ids import fold
from careercli.core.text.languages import Lang

#: Words that are read of what somebody types, and letters of each.
MOST_WORDS, MOST_LETTERS = 16, 60
#: Letters that a word keeps when an ending is taken off: one of number or gender, one that makes another word of it.
FORM_LETTERS, ROOT_LETTERS = 3, 4
#: Letters of an ending at most.
ENDING_LETTERS = 7
#: Between a word and its second form: infirmier·ère, infirmier.e.s, coiffeur/coiffeuse, avocat(e)s, avocat-e-s.
_SECOND_FORM = r"(\w{3,})(?:\((\w{1,12})\)|\s?[·•∙‧/]\s?(\w{1,20})|[.-](\w{1,6}))(?:[·•∙‧.-]s\b|s\b)?"
_HYPHENS = frozenset("-\u2010\u2011")
_SECOND_MARKS = frozenset("(·•∙‧/.-")
#: What begins an aside of a title.
_ASIDE = re.compile(r"[,(]")
#: A letter that stands twice.
_TWICE = re.compile(r"(.)\1")

Endings = dict[str, str]


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of a language as `data/search.yaml` has them, all folded; without any, words are read as they are."""

    head: Literal["first", "last"] = "last"
    joints: frozenset[str] = frozenset()
    between: str = ""
    except_: frozenset[str] = msgspec.field(default=frozenset(), name="except")
    skipped: frozenset[str] = frozenset()
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    light: frozenset[str] = frozenset()
    not_: frozenset[str] = msgspec.field(default=frozenset(), name="not")
    but: frozenset[str] = frozenset()
    all_but: tuple[str, ...] = ()
    sounds: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    forms: tuple[Endings, ...] = ()
    spelled: dict[str, str] = {}
    roots: Endings = {}
    apart: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    same: tuple[tuple[str, ...], ...] = ()
    kin: dict[str, tuple[str, ...]] = {}
    undecided: tuple[str, ...] = ()
    changing: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    def form(self, word: str) -> str:
        """A word without number and gender, in one of its spellings: `infirmieres` gives `infirmier`."""
        for step in self.forms:
            word = _strip(word, step, FORM_LETTERS)
        return self.spelled.get(word, word)

    def refusing(self, key: str) -> str:
        """A wish whose "anything but" says no in a word."""
        no, said = min(self.not_, default=""), f" {key} "
        for phrase in self.all_but if no else ():
            said = said.replace(f" {phrase} ", f" {no} ")
        return said.strip()

    def root(self, word: str) -> str:
        """What the words of a family share: `boulanger` and `boulangerie` give `boulang`."""
        return self.root_of_form(self.form(word))

    def root_of_form(self, form: str) -> str:
        """What the words of a family share, of a word without number and gender."""
        while form not in self.apart and (shorter := _strip(form, self.roots, ROOT_LETTERS)) != form:
            form = shorter
        return form

    def alike(self, word: str) -> set[str]:
        """The forms of the words that mean the same as a word, its own among them."""
        form = self.form(word)
        return {form, *self.kin.get(form, ())}

    def with_kin(self) -> "Wording":
        """The same rules, with `kin` made of `same`: what has to be known of each word, ready to be looked up."""
        kin: dict[str, set[str]] = {}
        for group in self.same:
            forms = {self.form(word) for word in group}
            for form in forms:
                kin.setdefault(form, set()).update(forms)
        return msgspec.structs.replace(self, kin={form: tuple(sorted(its)) for form, its in kin.items()}, same=())

    def sound(self, word: str) -> str:
        """A word as it sounds, so that slips of spelling count little: `fotographe` and `photographe` are alike."""
        for letters, sound in self.sounds:
            word = word.replace(letters, sound)
        return _TWICE.sub(r"\1", word)

    def confused(self) -> set[tuple[str, str]]:
        """The pairs of letters that are easily put for one another: they sound alike, or their keys are neighbours."""
        rows = ((row[n], row[n + 1]) for row in self.keys for n in range(len(row) - 1))
        pairs = {*rows, *((twins[0], twins[1]) for twins in self.twins)}
        return pairs | {(second, first) for first, second in pairs}

    def content(self, words: Iterable[str]) -> list[str]:
        """The words that say something of a trade."""
        return [word for word in words if word not in self.skipped]

    def key(self, text: str) -> str:
        """A text by the forms of its content, each once: « les personnes âgées » gives `personne age`."""
        return " ".join(dict.fromkeys(self.form(word) for word in self.content(fold(text).split())))

    def head_of(self, title: str, key: str = "") -> int:
        """Which word of the folded title says what it is; `key` is the folded title, where it is known."""
        words = (key or fold(title)).split()
        if self.head == "first":
            return next((n for n, word in enumerate(words) if word not in self.skipped), 0)
        aside = _ASIDE.search(title)
        last = (len(fold(title[: aside.start()]).split()) if aside else 0) or len(words)
        joint = next((n for n, word in enumerate(words[:last]) if n and word in self.joints), last)
        return max(joint - 1, 0)

    def without_exceptions(self, key: str) -> str:
        """A folded title without what it leaves out: "teachers except special education" gives "teachers"."""
        words = key.split()
        end = next((n for n, word in enumerate(words) if n and word in self.except_), len(words))
        return " ".join(words[:end])

    def unframed(self, key: str) -> str:
        """A folded wish without its frame, if anything is left: "how to become a nurse" gives "nurse"."""
        changed = True
        while changed:
            changed = False
            for frames, cut in ((self.start, _cut_start), (self.end, _cut_end)):
                frame = max((f for f in frames if cut(key, f)), key=len, default="")
                shorter = self._trimmed(cut(key, frame)) if frame else ""
                left = shorter.split()
                if left and left[-1] in self.not_:  # what is said no to is no frame: "without a degree"
                    continue
                if any(word not in self.light and word not in self.not_ for word in left):
                    key, changed = shorter, True
        return key

    def _trimmed(self, key: str) -> str:
        """A text without the words before and after that say nothing."""
        words = key.split()
        while words and words[0] in self.skipped:
            words.pop(0)
        while words and words[-1] in self.skipped:
            words.pop()
        return " ".join(words)


Wordings = Mapping[Lang, Wording]


def _strip(word: str, endings: Endings, letters: int) -> str:
    for length in range(min(len(word) - 1, ENDING_LETTERS), 0, -1):
        ending = word[-length:]
        if ending in endings:
            left = word[:-length] + endings[ending]
            if len(left) >= letters:
                return left
    return word


def _cut_start(key: str, frame: str) -> str:
    return key[len(frame) + 1 :] if key.startswith(f"{frame} ") else ""


def _cut_end(key: str, frame: str) -> str:
    return key[: -len(frame) - 1] if key.endswith(f" {frame}") else ""


class Query(msgspec.Struct, frozen=True):
    """What somebody typed, as it is looked for.

    `names` are folded readings of the whole, the nearest to what was typed first; `words` its content, each once,
    without what it says no to, and `spoken` with that. `left` is what somebody wants to leave, as it was typed.
    """

    names: tuple[str, ...]
    words: tuple[str, ...]
    spoken: tuple[str, ...]
    undecided: bool
    changing: bool
    lost: bool
    left: str = ""

    @property
    def asks_advice(self) -> bool:
        """Whether they ask how one changes careers, or what to do after the loss of a job."""
        return self.changing or self.lost


def read_query(text: str, wordings: Wordings, lang: Lang) -> Query:
    """Read a wish by the rules of all languages, the user's own first."""
    ordered = sorted(wordings, key=lambda other: other != lang)
    rules = [wordings[other] for other in ordered]
    both = frozenset().union(*(wording.both for wording in rules))
    typed = normalize("NFC", text)[: MOST_WORDS * MOST_LETTERS * 4]
    single = _without_second_forms(typed, both)
    keys = list(dict.fromkeys(_bounded(fold(reading)) for reading in (typed, single)))
    changing = any(_is_said(wording.changing, keys[-1], wording, beside=wording.lost) for wording in rules)
    lost = any(_is_said(wording.lost, keys[-1], wording, beside=wording.changing) for wording in rules)
    undecided = changing or lost or any(is_undecided(keys[-1], wording) for wording in rules)
    plain = _bounded(fold(_without_joined_no(single, rules)))
    for wording in rules:
        plain = wording.refusing(plain)
    for wording in rules:
        if (shorter := wording.unframed(plain)) != plain:
            plain = shorter
            break
    own = rules[0] if rules else Wording()
    telling = own.content(plain.split())
    readings = (*keys, plain, " ".join(telling), " ".join(word for word in telling if word not in own.light))
    names = list(dict.fromkeys(name for name in readings if name))
    spoken, wanted = (_content(words, own) for words in (plain.split(), _wanted(plain.split(), rules)))
    left = next(filter(None, (_left(reading, wording) for reading in (keys[-1], plain) for wording in rules)), "")
    return Query(tuple(names), tuple(wanted), tuple(spoken), undecided, changing, lost, left)


def _left(key: str, wording: Wording) -> str:
    """What stands behind words that say one wants to leave it: "get out of retail" gives "retail"."""
    phrase = max((phrase for phrase in wording.leaving if _cut_start(key, phrase)), key=len, default="")
    rest = _cut_start(key, phrase) if phrase else ""
    return rest if any(word not in wording.light for word in wording.content(rest.split())) else ""


def _content(words: Sequence[str], wording: Wording) -> list[str]:
    """What some words say, each once; a single letter says nothing."""
    return _distinct((word for word in wording.content(words) if len(word) > 1 or not word.isalpha()), wording)


def _bounded(key: str) -> str:
    return " ".join(word[:MOST_LETTERS] for word in key.split()[:MOST_WORDS])


def is_undecided(key: str, wording: Wording) -> bool:
    """Whether somebody asks what to do at all."""
    return _is_said(wording.undecided, key, wording)


def _is_said(phrases: Sequence[str], key: str, wording: Wording, beside: Sequence[str] = ()) -> bool:
    """Whether one of the phrases is there, and nothing but others of them, or those `beside`, that says something."""
    said = f" {key} "
    if not any(f" {phrase} " in said for phrase in phrases):
        return False
    for phrase in (*phrases, *beside):
        said = said.replace(f" {phrase} ", " ")
    return not [word for word in wording.content(said.split()) if word not in wording.light]


def _wanted(words: Sequence[str], rules: Sequence[Wording]) -> list[str]:
    """Words without those after one that says no, up to a but; all where nothing else is left."""
    wanted: list[str] = []
    refusing = False
    for word in words:
        if any(word in wording.not_ for wording in rules):
            refusing = True
        elif any(word in wording.but for wording in rules):
            refusing = False
        elif not refusing:
            wanted.append(word)
    return wanted or list(words)


def _without_joined_no(text: str, rules: Sequence[Wording]) -> str:
    """A text without what says no as the first part of a word: "no-code" and "sans-abri" refuse nothing."""
    if _HYPHENS.isdisjoint(text):
        return text
    no = "|".join(sorted(frozenset().union(*(wording.not_ for wording in rules))))
    return re.sub(rf"\b(?:{no})[-\u2010\u2011](?=\w)", "", text, flags=re.IGNORECASE) if no else text


def _distinct(words: Iterable[str], wording: Wording) -> list[str]:
    """Words without those that another one has said in its other form; each thing is said no to by itself."""
    by_form: dict[object, str] = {}
    for n, word in enumerate(words):
        by_form.setdefault(n if word in wording.not_ else wording.form(word), word)
    return list(by_form.values())


def _without_second_forms(text: str, both: frozenset[str]) -> str:
    """A text with each word of inclusive writing in its first form: "infirmier·ère·s" gives "infirmier"."""
    if _SECOND_MARKS.isdisjoint(text):
        return text

    def first(found: re.Match[str]) -> str:
        word, *seconds = found.groups()
        second = fold(next(part for part in seconds if part))
        again = found[3] and fold(word)[:3] == second[:3]
        return str(word) if second in both or again else found[0]

    return re.sub(_SECOND_FORM, first, text)
