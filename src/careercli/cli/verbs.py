"""The verbs of the program, and the options that all of them take."""

#: The verbs and what each is for. A verb is imported only when it is called.
VERBS = {
    "show": "Show a career in full: the work, the pay, the way in.",
    "list": "List the careers, filtered and sorted.",
    "search": "Search the guides, and the titles of all occupations.",
    "compare": "Compare careers side by side.",
    "salary": "Show what a career pays, or where a pay stands.",
    "map": "Show the world of work on one screen.",
    "quiz": "Find out which careers fit you, or whether one does.",
    "data": "Import official data sets of your own, and see what is installed.",
    "sources": "Print the bibliography: where every figure comes from.",
    "new": "Start a career guide of your own.",
    "validate": "Check career files and report every problem.",
}

#: Options that may stand before or after the verb, and whether each takes a value.
GLOBALS = {
    "--lang": True,
    "--country": True,
    "--no-color": False,
    "--palette": True,
    "--no-input": False,
    "--accessible": False,
    "--debug": False,
    "--version": False,
}

#: Options of most verbs that say in what form an answer is written, and whether each takes a value.
FORMS = {
    "--json": False,
    "--format": True,
    "--width": True,
    "--no-pager": False,
}
