"""What every request says."""

from careercli.core.careers.model import Model
from careercli.core.text.languages import Lang


class Request(Model, frozen=True, kw_only=True):
    """What is asked, in which language it is to be answered, and which country's figures come first."""

    lang: Lang
    country: str
