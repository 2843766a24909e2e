"""Asking a questionnaire: one statement at a time, and every answer is on disk before the next one."""

from collections.abc import Mapping
from typing import NamedTuple

from careercli.core.quiz.questions import MOST, Planner, Progress, Questionnaire, begin
from careercli.usecases.asking import Move, Person, Statement, StepBackError
from careercli.usecases.quiz.keeping import Keeper

GO_ON, AGAIN = "go-on", "again"


class Answered(NamedTuple):
    """All was asked, and either answered or passed over."""

    answers: Mapping[str, int]


class Left(NamedTuple):
    """The person left; so many answers are kept, or only `earlier` ones."""

    kept: int
    earlier: bool = False


class Back(NamedTuple):
    """The person wants to go back to what was asked before the first statement."""


class _Start(NamedTuple):
    """Where a questionnaire begins; `stored` are the ids of its statements with an answer on disk.

    `intro` is said with the first statement that is asked.
    """

    progress: Progress
    stored: tuple[str, ...] = ()
    intro: tuple[str, ...] = ()


def ask_questionnaire(
    questionnaire: Questionnaire, person: Person, keeper: Keeper, *, resume: bool | None, can_go_back: bool = False
) -> Answered | Left | Back:
    """Ask all statements, or go on with them: `resume` says so, or that they are asked anew; None asks the person.

    Raises DataError where the person's own file is damaged, before anything is asked.
    """
    try:
        start = _start(questionnaire, person, keeper, resume=resume)
    except KeyboardInterrupt:
        return leave(keeper)
    return _ask(questionnaire, person, keeper, start._replace(intro=questionnaire.intro), can_go_back=can_go_back)


def ask_last_again(
    questionnaire: Questionnaire, person: Person, keeper: Keeper, answered: Answered, *, can_go_back: bool
) -> Answered | Left | Back:
    """Ask the last statement again of a questionnaire to which the person has come back."""
    questions = questionnaire.questions_for(answered.answers)
    progress = begin(questions, {})._replace(answers=answered.answers, place=len(questions) - 1)
    return _ask(questionnaire, person, keeper, _Start(progress), can_go_back=can_go_back)


def _ask(
    questionnaire: Questionnaire, person: Person, keeper: Keeper, start: _Start, *, can_go_back: bool
) -> Answered | Left | Back:
    progress, stored, intro = start
    try:
        while progress.question:
            asked = _state(progress, questionnaire.planner, can_go_back=can_go_back)._replace(intro=intro)
            reply, intro = _rate(asked, person), ()
            if reply is Move.QUIT:
                return leave(keeper, stored)
            if reply is Move.BACK:
                before = progress.go_back()
                if before is None:
                    return Back()
                progress = before
            elif reply is Move.SKIP:
                progress = progress.skip()
            else:
                progress = progress.answer(reply)
                again = tuple(id_ for id_ in stored if id_ not in progress.answers)
                keeper.keep_answers(questionnaire.career, questionnaire.length or "", progress.answers, again)
            progress = _go_on(questionnaire.planner, progress)
        if questionnaire.planner and len(progress.questions) < questionnaire.planner.most:
            person.tell(questionnaire.planner.enough)
    except KeyboardInterrupt:  # it may come at any moment
        return leave(keeper, stored)
    return Answered(progress.answers)


def _go_on(planner: Planner | None, progress: Progress) -> Progress:
    """The progress with the question that a planner chooses, where all that were known have been asked."""
    if planner is None or progress.question:
        return progress
    question = planner.next_question([question.id for question in progress.questions], progress.answers)
    return progress._replace(questions=(*progress.questions, question)) if question else progress


def _state(progress: Progress, planner: Planner | None, *, can_go_back: bool) -> Statement:
    """The present question as it is asked: its number, how many there are, or may be at most, the moves."""
    question = progress.question
    assert question
    moves = [Move.SKIP, Move.QUIT]
    if progress.place or can_go_back:
        moves.insert(0, Move.BACK)
    number, count, more = progress.place + 1, len(progress.questions), None
    if planner:
        more = planner.left([question.id for question in progress.questions[: progress.place]], progress.answers)
        count = MOST
    return Statement(question.text, question.steps, number, count, moves, progress.earlier, more, asks=question.asks)


def _rate(statement: Statement, person: Person) -> int | Move:
    """What is answered to a statement, 1 to 5, or done instead; Escape at the very first leaves."""
    try:
        return person.prompter.rate(statement)
    except StepBackError:
        return Move.BACK if Move.BACK in statement.moves else Move.QUIT


def leave(keeper: Keeper, stored: tuple[str, ...] = ()) -> Left:
    """The person leaves: what is kept of the answers."""
    kept = keeper.leave()
    return Left(kept, earlier=bool(stored) and not kept)


def _start(questionnaire: Questionnaire, person: Person, keeper: Keeper, *, resume: bool | None) -> _Start:
    """Take up the answers that are kept. A damaged file is told of now, before anything is asked."""
    if not keeper.wanted and not resume:
        return _Start(begin(questionnaire.questions, {}))
    ids = [question.id for question in questionnaire.pool]
    most = questionnaire.planner.most if questionnaire.planner else len(ids)
    stored = keeper.answers_to(questionnaire.career)
    stored = {id_: stored[id_] for id_ in ids if id_ in stored}
    unfinished = keeper.saved.unfinished
    answers = stored
    length = questionnaire.length or ""
    if unfinished and (unfinished.career, unfinished.length) == (questionnaire.career, length):
        answers = {id_: answer for id_, answer in stored.items() if id_ not in unfinished.again}
    half_way = unfinished and unfinished.career == questionnaire.career and 0 < len(answers) < most
    keeper.take_up(questionnaire.career, length, answers)
    if resume is None and half_way:
        resume = _ask_whether(answers, questionnaire, person)
    elif resume is None and questionnaire.career:
        elsewhere = keeper.answers_to("")
        lent = {id_: elsewhere[id_] for id_ in ids if id_ in elsewhere}
        if lent and _ask_whether_lent(len(lent), len(ids), questionnaire.name, person):
            keeper.take_up(questionnaire.career, length, {})
            keeper.keep_answers(questionnaire.career, length, lent, ())
            return _Start(begin(questionnaire.questions_for(lent), lent), tuple(stored))
    if not resume:
        answers = {}
        keeper.take_up(questionnaire.career, length, answers)
    progress = _go_on(questionnaire.planner, begin(questionnaire.questions_for(answers), answers))
    return _Start(progress, tuple(stored))


def _ask_whether_lent(given: int, all_: int, name: str, person: Person) -> bool:
    """Whether answers to another questionnaire are taken for this one, on a career of some name, too."""
    say = person.say
    question = say(
        "You have rated {given} of these {all} statements already, for another question.", given=given, all=all_
    )
    choices = [(GO_ON, say("take these answers and ask me the rest")), (AGAIN, say("ask me all of them"))]
    return person.prompter.choose(f"{say('Is it right for you? {name}', name=name)}\n{question}", choices) == GO_ON


def _ask_whether(answers: Mapping[str, int], questionnaire: Questionnaire, person: Person) -> bool:
    """Whether to go on with a questionnaire of which some was answered."""
    say, planner = person.say, questionnaire.planner
    if planner:
        left = planner.left(list(answers), answers)
        question = say("You answered {given} last time, about {left} are left.", given=len(answers), left=left)
    else:
        count = len(questionnaire.questions)
        question = say("You answered {given} of {all} last time.", given=len(answers), all=count)
    if questionnaire.name:
        question = f"{questionnaire.name}\n{question}"
    choices = [(GO_ON, say("go on from there")), (AGAIN, say("start again from the first"))]
    return person.prompter.choose(question, choices) == GO_ON
