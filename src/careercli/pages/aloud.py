"""A page for those who have it read aloud: words for signs, and nothing drawn."""

import re

from careercli.core.text.citations import JUDGED
from careercli.core.text.page import Page, map_texts
from careercli.locale import NO_BREAK, Say
from careercli.locale.words import BEST, MARK, THIN, UNSURE, WIDER
from careercli.pages.groups import mark_legend

_SPACE = f"[ {NO_BREAK}]"
_STARS = re.compile(f"[★☆]+{_SPACE}(\\d+)(?:{_SPACE}[^\\W\\d]+{_SPACE}10)?(\\+?)")
_VERDICTS = re.compile(f"[✓✗±]{_SPACE}")


def read_aloud(page: Page, say: Say) -> Page:
    """The page with stars, marks and quotes of commands in words."""
    judged = f"({say('our judgment')})"
    legend, spoken_legend = mark_legend(MARK, say), mark_legend(say.quoted(say("about")), say)

    def spoken(text: str) -> str:
        if text == "–":
            return say("not known")
        text = _STARS.sub(lambda stars: _stars(int(stars[1]), stars[2], say), text)
        text = text.removeprefix(f"[{JUDGED}] ").replace(f"{judged[:-1]}{say.colon}[{JUDGED}])", judged)
        text = text.replace(f"[{JUDGED}]", judged).replace(f"[{JUDGED}, ", f"{judged} [")
        text = _VERDICTS.sub("", text).replace("`", "").replace(" · ", ", ")
        text = text.replace(legend, spoken_legend).replace(f" {BEST}", f", {say('best')}").replace(BEST, say("best"))
        for mark, words in ((WIDER, say("wider place")), (THIN, say("few answers")), (UNSURE, say("not known"))):
            text = text.replace(mark, f"({words})")
        return text.replace(MARK, say("about")).replace("★", say("Stars"))

    return map_texts(page, spoken)


def _stars(count: int, more: str, say: Say) -> str:
    stars = say.count("{n} star", "{n} stars", count)
    return say("{stars} or more", stars=stars) if more else stars
