"""An occupation of O*NET-SOC: figures, codes and names of official statistics."""

from typing import Literal

from careercli.core.careers.access import Access, License
from careercli.core.careers.model import Group, Match, Model
from careercli.core.careers.places import Place
from careercli.core.careers.study import Study
from careercli.core.text.languages import Lang

#: Percent who work for themselves from which the pay of employees says how many it leaves out: every fourth; some one
#: occupation in ten has more.
MANY_SELF_EMPLOYED = 25.0
#: What the projections call the training that is a way in by itself.
APPRENTICESHIP = "Apprenticeship"
#: For how long a pay is paid.
Period = Literal["year", "month", "hour"]
#: What is not there.
Missing = Literal["pay", "pay-partial", "interests", "job-zone", "skills", "outlook", "education"]


class InterestProfile(Model, frozen=True):
    """Ratings of how much an occupation suits each type of interest, 1 to 7."""

    R: float
    I: float  # noqa: E741
    A: float
    S: float
    E: float
    C: float


class OfficialPay(Model, frozen=True, kw_only=True):
    """Wage percentiles of employees. `code` is the wage code; a `group` covers more than the occupation."""

    code: str
    code_title: str
    group: bool
    of: Group
    country: str
    currency: str
    period: Period
    tax: Literal["gross"] = "gross"
    reference: str
    source: str
    p10: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    p90: float | None
    mean: float | None


class NationalMedian(Model, frozen=True, kw_only=True):
    """The median pay of the trades that an occupation is counted with in a country, and nothing more of its pay.

    `of` is whom it counts, `reference` of when it is: a year, or the first and last of several (2017/2019). `today` is
    what it comes to in the `year` of the newest figures of all employees, if it has risen as their median has; `share`
    of these earn less, 0 to 1, from which come the `stars`. Both rest on `today_sources` too. `rough`: they are paid so
    differently that it says little of one of them, and is in no list.
    """

    of: Group
    country: str
    currency: str
    period: Period
    tax: Literal["gross", "net"]
    reference: str
    source: str
    amount: float
    today: float
    today_sources: tuple[str, ...]
    year: str
    share: float
    stars: int
    rough: bool = False

    @property
    def taken(self) -> str:
        """Of when it is and to which year it is taken: 2017/2019>2024."""
        return f"{self.reference}>{self.year}"


#: By country with such figures; None where they have none of the occupation.
Medians = dict[str, NationalMedian | None]


class Outlook(Model, frozen=True):
    """Projected employment; `growth_percent` over the whole time, beside that of all occupations; openings a year."""

    from_year: int
    to_year: int
    employment_from: float | None
    employment_to: float | None
    growth_percent: float | None
    openings_per_year: float | None
    source: str
    of: Group
    all_growth_percent: float | None = None


class SelfEmployed(Model, frozen=True, kw_only=True):
    """How many of those whom a projection counts work for themselves, and are in no figure of employees' pay."""

    percent: float
    of: Group | None
    country: str
    year: int | None
    source: str | None


class Leaving(Model, frozen=True, kw_only=True):
    """How many of a hundred leave an occupation a year: those who stop working, and those who change to another.

    `all_…` are those of all occupations together; the years are those of the projection.
    """

    exit_percent: float
    transfer_percent: float
    all_exit_percent: float | None = None
    all_transfer_percent: float | None = None
    from_year: int
    to_year: int
    source: str
    of: Group


class EducationHeld(Model, frozen=True, kw_only=True):
    """The schooling of those who are in an occupation, 25 and older: percent by level."""

    shares: dict[str, float]
    reference: str
    source: str
    of: Group


class Apprenticeship(Model, frozen=True, kw_only=True):
    """How many years an apprenticeship takes in a country: from and to by the trade, and what most take."""

    low: int
    high: int
    usual: int
    source: str


class AiMeasure(Model, frozen=True, kw_only=True):
    """One measure of what language models do to an occupation; `rank` 1 of `among` is the highest.

    The measures count different things and are never added up: shares of tasks that could take half the time, judged by
    people and by a model (0 to 1); applicability seen in conversations (0 to 1); percent of all conversations.
    """

    measure: Literal["tasks_people", "tasks_model", "applicability", "conversations_percent"]
    value: float
    rank: int
    among: int
    of: Group
    date: str
    source: str


class FieldFigures(Model, frozen=True, kw_only=True):
    """What statistics publish of a field as a whole: its median pay, gross a year, and its growth in percent."""

    pay: float | None = None
    growth: float | None = None


class Figures(Model, frozen=True, kw_only=True):
    """What the official statistics of a country say of an occupation. None where they say nothing.

    `stars` and `percentiles` are of the points of its pay (p10 to p90), among all employees of the country.
    """

    country: str
    pay: OfficialPay | None
    stars: dict[str, int]
    percentiles: dict[str, float]
    employment: int | None
    outlook: Outlook | None
    education: str | None
    experience: str | None
    training: str | None
    apprenticeship: Apprenticeship | None = None
    self_employed_percent: float | None
    leaving: Leaving | None = None
    education_held: EducationHeld | None = None
    missing: tuple[Missing, ...]


class SkillScore(Model, frozen=True):
    """A skill and its importance: 1 to 5 (O*NET), or the percentile rank among occupations, 0 to 100 (BLS)."""

    name: str
    value: float


class Neighbour(Model, frozen=True):
    """A related occupation."""

    id: str
    name: str


class Difference(Model, frozen=True, kw_only=True):
    """How a related occupation differs from one: what both ask for above all, and what only the other does.

    `pay_percent` is by how much its median pay is higher. `own_pay`: both medians count the occupations themselves;
    `same_pay`: both are in one figure, which says nothing of the difference. `job_zone` is that of the other, and
    `opened_by` what one types to open it.
    """

    id: str
    pay_percent: float | None
    own_pay: bool
    same_pay: bool
    job_zone: int | None
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    opened_by: str = ""


class Guide(Model, frozen=True):
    """A guide that an occupation corresponds to, and how closely."""

    id: str
    name: str
    match: Match


class Condition(Model, frozen=True):
    """A condition of work, by our judgement."""

    id: str
    name: str


class OccupationCard(Model, frozen=True, kw_only=True):
    """An occupation in a line of a list; `stars` is that of its median.

    `of` is whom pay and stars count, `employment_of` whom employment does, `outlook_of` whom growth. `own`: neither pay
    nor growth is of a wider group. The median is that of `pay_country`, `tax` and `period`; where it is an older one as
    it may be by now, `reckoned` says of when.
    `hidden`: the person said that it is not for them. `place`: where in the country pay and stars are counted, if not
    all over it, `at_least` so many stars; `thin` where that rests on few answers. `unknown`: the limits of which it is
    not known whether it keeps them. `values` of criteria that the person asked for and that no other field has;
    `study` tells that of years. `nearest_here` is the nearest trade where the language is spoken, if need be.
    `kin` are those that stand under it, for they have the figures of its group alone.
    """

    id: str
    kind: Literal["occupation"] = "occupation"
    name: str
    family: str
    family_name: str
    stars: int | None
    stars_basis: Literal["measured", "reckoned"] | None
    median: float | None
    period: Period = "year"
    tax: Literal["gross", "net"] = "gross"
    pay_country: str = ""
    reckoned: str | None = None
    job_zone: int | None
    growth_percent: float | None
    employment: int | None
    currency: str | None
    own: bool
    of: Group | None
    employment_of: Group | None = None
    outlook_of: Group | None
    interests: str
    skills: tuple[str, ...]
    summary: str = ""
    hidden: bool = False
    place: Place | None = None
    at_least: bool = False
    thin: bool = False
    unknown: tuple[str, ...] = ()
    values: dict[str, float] = {}
    study: Study | None = None
    nearest_here: str | None = None
    kin: tuple[str, ...] = ()


class Occupation(Model, frozen=True, kw_only=True, tag_field="kind", tag="occupation"):
    """What official statistics say of an occupation, in one language. None where they say nothing.

    `nearest_here` is the nearest trade where the language is spoken, if the occupation does not exist there as such.
    `medians` is the pay in countries that have less of it than that of `pay`. `skills_of` is whose skills are rated.
    """

    id: str
    lang: Lang
    name: str
    names: dict[Lang, str]
    country: str
    nearest_here: str | None = None
    summary: str = ""
    duties: tuple[str, ...] = ()
    setting: str = ""
    hard: str = ""
    likes: str = ""
    conditions: tuple[Condition, ...] = ()
    access: Access | None = None
    license: License | None = None
    alt_names: tuple[str, ...]
    family: str
    family_name: str
    job_zone: int | None
    interests: InterestProfile | None
    pay: OfficialPay | None
    stars: dict[str, int]
    percentiles: dict[str, float]
    medians: Medians = {}
    employment: int | None
    outlook: Outlook | None
    education: str | None
    experience: str | None
    training: str | None
    apprenticeship: Apprenticeship | None = None
    self_employed_percent: float | None
    leaving: Leaving | None = None
    education_held: EducationHeld | None = None
    ai: tuple[AiMeasure, ...] = ()
    skills: tuple[SkillScore, ...]
    skills_source: str | None
    skills_of: Group | None
    related: tuple[Neighbour, ...]
    guides: tuple[Guide, ...] = ()
    missing: tuple[Missing, ...] = ()

    def median_in(self, country: str) -> NationalMedian | None:
        """Its median pay in a country that has no more of it, where that says something of it."""
        median = self.medians.get(country)
        return None if median is None or median.rough else median

    @property
    def many_self_employed(self) -> SelfEmployed | None:
        """Those who work for themselves, where they are too many to pass over beside the pay of employees."""
        percent, outlook = self.self_employed_percent, self.outlook
        if self.pay is None or percent is None or percent < MANY_SELF_EMPLOYED:
            return None
        return SelfEmployed(
            percent=percent,
            of=outlook.of if outlook else None,
            country=self.country,
            year=outlook.from_year if outlook else None,
            source=outlook.source if outlook else None,
        )


class ExtraTask(Model, frozen=True, kw_only=True):
    """A task statement; its kind is empty where none is named."""

    text: str
    kind: Literal["core", "supplemental", ""]


class ExtraTechnology(Model, frozen=True, kw_only=True):
    """A technology that an occupation uses; `hot` and `in_demand` are O*NET's marks from employers' postings."""

    name: str
    category: str
    hot: bool
    in_demand: bool


class ExtraStyle(Model, frozen=True, kw_only=True):
    """A work style and its score: impact from -3 to 3 (scale WI), or importance from 1 to 5 (scale IM)."""

    name: str
    score: float


class Extra(Model, frozen=True, kw_only=True):
    """What an imported O*NET release adds to an occupation, the most telling first, with its attribution.

    Its texts are in English. Styles of scale `WI` (21 of them) and `IM` (16) are not to be compared.
    """

    lang: Literal["en"] = "en"

    tasks: tuple[ExtraTask, ...]
    technology: tuple[ExtraTechnology, ...]
    styles: tuple[ExtraStyle, ...]
    style_scale: Literal["WI", "IM"] | None
    title: str
    release: str
    licence: str
    attribution: str
