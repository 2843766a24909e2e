"""The scale on which every statement of a questionnaire is rated."""

from typing import Annotated

from msgspec import Meta

#: From 1, "not me at all" or "would dislike it very much", to 5, "very much me" or "would like it very much".
LOWEST, MIDDLE, HIGHEST = 1, 3, 5
Answer = Annotated[int, Meta(ge=LOWEST, le=HIGHEST)]
#: By the id of a statement.
Answers = dict[str, Answer]


def share_of(answer: float) -> float:
    """An answer, or a mean of some, as a share from 0 to 1."""
    return (answer - LOWEST) / (HIGHEST - LOWEST)
