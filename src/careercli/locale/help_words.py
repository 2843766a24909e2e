"""What the help says beside the options: variables, formats, settings, keys. Each by its name in the program."""

from careercli.locale import Say


def topic_titles(say: Say) -> dict[str, str]:
    """The topics of `careers help`."""
    return {
        "keys": say("Keys"),
        "words": say("Words that the program uses"),
        "criteria": say("What careers are limited, ranked and sorted by"),
        "data": say("Where the figures come from"),
        "method": say("How fit and pay are reckoned"),
        "formats": say("Forms in which an answer is written"),
        "config": say("Settings that last"),
        "environment": say("Variables of the environment that are heeded"),
        "exit-codes": say("How a command ends"),
    }


def topic_names(say: Say) -> dict[str, tuple[str, ...]]:
    """What the topics of `careers help` may be called; first by what the program calls them."""
    names = {
        "keys": say("keys, keyboard"),
        "words": say("words, terms"),
        "criteria": say("criteria, limits, weights"),
        "data": say("data, figures"),
        "method": say("method, matching"),
        "formats": say("formats, output"),
        "config": say("config, settings"),
        "environment": say("environment, variables"),
        "exit-codes": say("exit-codes, exit, codes"),
    }
    return {id_: tuple(listed.split(", ")) for id_, listed in names.items()}


def environment_words(say: Say) -> dict[str, str]:
    """Variables of the environment."""
    return {
        "CAREERS_LANG": say("Language of the output, as `--lang`."),
        "CAREERS_PERSON": say("Whose list, notes and answers, as `--person`."),
        "LC_ALL, LC_MESSAGES, LANG": say("The locale: its language, where nothing else names one."),
        "NO_COLOR": say("Any value: no color and no bold."),
        "TERM": say("`dumb`: no color, no pager, questions as numbered lines."),
        "ACCESSIBLE": say("`1`: for screen readers, as `--accessible`; `0` turns the setting off."),
        "PAGER": say("The command that shows long pages; `cat` for none."),
        "LESS": say("Options of your own for `less`."),
        "COLUMNS": say("Columns to write in, where `--width` says nothing."),
        "EDITOR, VISUAL": say("The editor that `careers new --edit` opens."),
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME": say("Where settings, your own file and the cache are."),
    }


def config_words(say: Say) -> dict[str, str]:
    """Settings of `config.toml`."""
    return {
        "lang": say("Language of the output."),
        "country": say("Whose figures come first: the code of a country."),
        "color": say("Whether color and bold are used."),
        "pager": say("The command that shows long pages, or `false` for none."),
        "accessible": say("For screen readers: no boxes, numbered prompts."),
        "palette": say("Colors of your theme, stronger ones, or bold alone."),
    }


def format_words(say: Say) -> dict[str, str]:
    """Values of `--format`."""
    return {
        "table": say("For a terminal: columns, bars, color."),
        "plain": say("Lines without decoration: what a pipe gets by itself."),
        "json": say("For programs: `schema_version`, `data`, `notes`, `sources`, `actions`; keys are only ever added."),
        "markdown": say("For a document."),
        "csv": say("Rows for a spreadsheet."),
        "svg": say("A picture of the page as a terminal shows it."),
    }


def exit_words(say: Say) -> dict[int, str]:
    """What each exit code means."""
    from careercli.errors import MEANINGS

    return {code.value: say(meaning) for code, meaning in MEANINGS.items()}


def key_words(say: Say) -> dict[str, str]:
    """What is pressed in the explorer, in questions and in the pager."""
    return {
        "1 … 9": say("Choose what has that number."),
        "a … z, +": say("Do what stands beside them under a page."),
        "m": say("More choices, where a page has more than nine."),
        "↑ ↓": say("Move the choice."),
        say("Enter"): say(
            "Take what is marked, or read on as Space does. After a digit it is not needed, and does nothing."
        ),
        say("Space"): say("Read on, where the rest of a page is not shown yet; in the pager one page on."),
        "Tab": say("Complete what is typed, where one searches."),
        "b": say("One page or question back, as Escape; in the pager one page back."),
        "h": say("Home, from every page of the explorer."),
        "/": say(
            "Any career, topic, term or action by a few letters, from every page of the explorer; in the pager a word."
        ),
        "?": say("What the keys do; in a question the words of its scale."),
        "s": say("Leave a question out."),
        "q": say("Leave; what was answered is kept."),
        "Ctrl-C, Ctrl-D": say("Leave at once, from anywhere."),
        "Ctrl-Z": say("Suspend; `fg` goes on."),
    }


def help_texts(say: Say) -> dict[str, tuple[str, ...]]:
    """The paragraphs of topics that have some."""
    return {
        "config": (
            say("`careers config set KEY VALUE` sets one, `careers config` shows all and where each comes from."),
        ),
        "formats": (
            say(
                "`--format` names one, `--json` is short for `--format json`."
                " A terminal gets a table, a pipe plain lines."
            ),
        ),
        "criteria": (
            say(
                "`--limit` takes a condition, `--weight` a criterion and how much it counts, `--sort` an order. Each"
                " may be called by any of its names, in English or French, and numbers written as you like. AI and"
                " degrees have no better end, and so no weight."
            ),
            say(
                "What is not known of a career keeps it within a limit, marked. `--have` says what you have studied, so"
                " that only the rest counts; `--place` takes the pay of a place."
            ),
        ),
        "data": (
            say(
                "Official figures and the sources of every claim are carried along; nothing is fetched."
                " `careers sources` prints all of them with their licenses,"
                " `careers data import` takes releases of your own."
            ),
        ),
        "method": (
            say(
                "Which careers fit: your six interests are correlated with those of each occupation; beside each stands"
                " how often it would still be there with other questions of the kind, and what chance alone would give."
            ),
            say(
                "Is one right for me: the mean of how much each of your answers speaks for it, in named parts that add"
                " up."
            ),
            say("Stars: the share of all employees of the country who earn less than the median of the career."),
            say("Comparing: the share of a weight times the share of all occupations that do worse."),
        ),
        "words": (say("`careers define TERM` explains one, `careers define` lists all."),),
    }
