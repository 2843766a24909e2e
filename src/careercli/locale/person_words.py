"""Words on a person."""

from careercli.locale import Say


def study_words(say: Say) -> dict[str, str]:
    """What a person has studied to, by id, the least first."""
    return {
        "none": say("no diploma"),
        "school": say("the end of secondary school"),
        "vocational": say("a vocational diploma"),
        "associate": say("two years of study"),
        "bachelor": say("a bachelor’s degree"),
        "master": say("a master’s degree"),
        "doctorate": say("a doctorate"),
    }
