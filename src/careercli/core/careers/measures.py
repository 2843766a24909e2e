"""What is known of a career in numbers."""

from typing import Literal

from msgspec.structs import replace

from careercli.core.careers.model import Match, Model
from careercli.core.careers.study import Study

#: How often a guide says that the work is done from afar, as a share.
REMOTE_SHARES = {"rarely": 0.0, "sometimes": 0.5, "often": 1.0}
#: How hard a guide says that it is to get in, as a number.
ENTRY_STEPS = {"easy": 1.0, "medium": 2.0, "hard": 3.0}


class Measures(Model, frozen=True, kw_only=True, omit_defaults=True):
    """A career in numbers; None where nothing is known.

    `pay`: median, gross a year, or the middle of what the official occupations beside a guide pay; `pay_hour`: that of
    an hour, where no other is published; `pay_rank`: the share of all employees of the country who earn less; `stars`
    of that median, of a guide those where the reader is, by `stars_in`, else those of our judgement for the middle
    level. `years` of study after school, which `study` tells: what most need, of a guide between its own least and
    most. `time`: months at most until one is hired from school, `time_after_study` for those who have studied something
    else; `hired_in`: at least and at most from school. `zone`: job zone, 1 to 5. `entry`: 1 easy to get in, 2 medium, 3
    hard. `level` of the diploma by which one usually gets in, 3 to 8, in the country `level_in`, where the way in is
    told, `level_years` those to it where they are others than usual; `elsewhere`: that of the nearest trade, which is
    no way into it. `growth`: percent over the projection. `openings` a year. `remote`: 0 rarely, 0.5 sometimes, 1
    often. `time`, `entry` and `remote` are known of guides only. `freelance`: percent who work for themselves.
    `leaving`: percent a year who leave, by `stopping` work or by `changing` to another occupation. `degree`: percent
    who have studied to a bachelor's degree or further. `ai` and `ai_model`: the share of tasks that people, or a model,
    judged a language model could speed up by half; `ai_use`: applicability seen in conversations, 0 to 1; `ai_talk`:
    percent of all conversations. `conditions` of work by id, others that there `maybe` are, and `unsaid` ones, of which
    it is not known. `interests`: six ratings, 1 to 7, in the order RIASEC. `skills`: the places of the leading BLS
    skills in the list of seventeen. A guide takes preparation, interests and skills from the occupation `stand_in`,
    which is as near as `match` says, and the rest only from an exact one.
    """

    id: str
    kind: Literal["role", "occupation"]
    pay: float | None = None
    pay_hour: float | None = None
    pay_rank: float | None = None
    stars: int | None = None
    stars_in: tuple[tuple[str, int], ...] = ()
    years: float | None = None
    study: Study | None = None
    time: float | None = None
    time_after_study: float | None = None
    hired_in: tuple[float, float] | None = None
    zone: int | None = None
    entry: float | None = None
    level: int | None = None
    level_in: str = ""
    level_years: int | None = None
    elsewhere: bool = False
    growth: float | None = None
    openings: float | None = None
    employment: int | None = None
    remote: float | None = None
    freelance: float | None = None
    leaving: float | None = None
    stopping: float | None = None
    changing: float | None = None
    degree: float | None = None
    ai: float | None = None
    ai_model: float | None = None
    ai_use: float | None = None
    ai_talk: float | None = None
    conditions: tuple[str, ...] | None = None
    maybe: tuple[str, ...] | None = None
    unsaid: tuple[str, ...] | None = None
    interests: tuple[float, ...] | None = None
    skills: tuple[int, ...] = ()
    stand_in: str | None = None
    match: Match | None = None

    @property
    def usual_years(self) -> float | None:
        """The years of study where the figures are counted, whatever the reader's country asks for."""
        return replace(self.study, diploma=None).years if self.study else None

    @property
    def apprenticed(self) -> float:
        """1 where the official figures say that one is trained on the job as an apprentice, else 0."""
        return float(self.study is not None and self.study.then == "apprenticeship")

    def told_in(self, country: str) -> "Measures":
        """The same with the stars of a country and its studies, where they are known."""
        stars = next((stars for paid_in, stars in self.stars_in if paid_in == country), self.stars)
        if self.level and country == self.level_in and not self.elsewhere:
            study = replace(self.study or Study(), diploma=self.level, to_diploma=self.level_years)
            return replace(self, stars=stars, study=study, years=study.years)
        return replace(self, stars=stars) if stars != self.stars else self
