"""What one would naturally do after a questionnaire."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from careercli.core.careers.reports import Action
from careercli.core.quiz.interests import InterestItem, Respondent, asked_at, longer_than
from careercli.locale import Say

#: Careers that are put side by side.
COMPARED = 3


class _Named(Protocol):
    """A career with its name."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """In the language of the person."""


def quiz_command(career: str, *options: str) -> tuple[str, ...]:
    """The command of a questionnaire: on a career, or on interests where that is empty."""
    return ("quiz", career, *options) if career else ("quiz", *options)


def ask_again(career: str, refused: str, say: Say, *, resumable: bool) -> Action:
    """To answer what is open where too few was, and all of it otherwise."""
    if refused == "few" and resumable:
        return Action(id="resume", label=say("Answer what is open"), command=quiz_command(career, "--resume"))
    return Action(id="restart", label=say("Answer anew"), command=quiz_command(career, "--restart"))


def read_next(career: str, sections: Mapping[str, str]) -> tuple[Action, ...]:
    """To read sections of a guide: ids and titles."""
    return tuple(
        Action(id=f"read-{id_}", label=title, command=("show", career, "--section", id_))
        for id_, title in sections.items()
    )


def explore(careers: Iterable[_Named], say: Say) -> tuple[Action, ...]:
    """To look at the best careers of a list, and to take one out of it."""
    listed = list(careers)
    best = listed[:COMPARED]
    if not best:
        return ()
    first, last = best[0], listed[-1]
    show = Action(id="show", label=say("All about the first"), command=("show", first.id))
    compare = Action(id="compare", label=say("Side by side"), command=("compare", *(career.id for career in best)))
    ask = Action(id="quiz", label=say("Is the first right for me?"), command=("quiz", first.id))
    hide = Action(id="hide", label=say("The last is not for me"), command=("hide", last.id))
    return (show, compare, ask, hide) if len(best) > 1 else (show, ask)


def ask_more(given: Respondent, items: Iterable[InterestItem], say: Say, *, resumable: bool) -> tuple[Action, ...]:
    """To answer a longer questionnaire, where there is one."""
    longer = longer_than(given.length) if given.length else None
    if not longer:
        return ()
    count = len(asked_at(items, longer))
    if resumable:
        label = say("{n} more activities, for a steadier list", n=count - len(given.items))
        return (Action(id="longer", label=label, command=("quiz", "--length", longer, "--resume")),)
    label = say("All {n} activities, for a steadier list", n=count)
    return (Action(id="longer", label=label, command=("quiz", "--length", longer)),)


def instead(given: Respondent, refused: str | None, say: Say, *, resumable: bool) -> tuple[Action, ...]:
    """What there is where no list can be given: to answer again, or a list without any questions."""
    every = Action(id="list", label=say("All careers, without any questions"), command=("list", "--all"))
    if not given.items:
        ask = Action(id="quiz", label=say("Answer statements instead of scores"), command=("quiz",))
        return (ask, every) if refused else (every,)
    return (ask_again("", refused or "", say, resumable=resumable), every)


def see_results(say: Say) -> Action:
    """To look at the results that are kept, the present one too."""
    return Action(id="history", label=say("Your results"), command=("quiz", "--history"))
