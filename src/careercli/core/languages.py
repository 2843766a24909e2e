"""The languages that the program speaks. Apart from the model, since every start needs them."""

from typing import Literal

Lang = Literal["en", "fr"]
LANGS: tuple[Lang, ...] = ("en", "fr")
