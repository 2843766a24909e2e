"""What the sections of an occupation's sheet are called."""

from careercli.core.careers.sheet import SheetSection
from careercli.locale import Say


def sheet_titles(say: Say) -> dict[SheetSection, str]:
    """The titles by id. That on a place is followed by its name, that on an imported release by its own."""
    return {
        "work": say("What the work is"),
        "pay": say("Pay"),
        "place": say("Pay where you live"),
        "interests": say("Whom it interests"),
        "preparation": say("What it takes"),
        "outlook": say("Outlook and size"),
        "ai": say("What AI does to it"),
        "skills": say("Skills that matter most"),
        "related": say("Nearest occupations"),
        "imported": say("Imported tasks and technology"),
        "missing": say("What is not known"),
        "sources": say("Sources"),
    }
