"""What every request says."""

from careercli.core.languages import Lang
from careercli.core.model import Model


class Request(Model, frozen=True, kw_only=True):
    """What is asked, in which language it is to be answered, and which country's figures come first."""

    lang: Lang
    country: str
