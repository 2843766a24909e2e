"""The way into an occupation in a country, and what its law asks for before one may do the work."""

from typing import Literal

from careercli.core.careers.model import Model


class Access(Model, frozen=True, kw_only=True):
    """The usual way into an occupation in a country, by our judgement.

    `level` is that of the diploma in the national framework (3: CAP or none, 4: bac, 5 to 8), `years` those to it after
    school where they are others than usual. `regulated`: the law asks for a diploma, a licence or an examination; then
    `source` says which law or page.
    """

    level: int
    years: int | None = None
    text: str
    regulated: bool = False
    source: str | None = None


class License(Model, frozen=True, kw_only=True):
    """What the law asks for before one may do the work, in the country of the language.

    `need`: `everywhere` there, in `most` of its states, or in `some` or for some of the work. It rests on a `source`,
    or on a `law`, which it names.
    """

    need: Literal["everywhere", "most", "some"]
    text: str
    source: str | None = None
    law: str | None = None
