"""The verbs of the program, and the options that all of them take."""

#: The verbs and what each is for. A verb is imported only when it is called.
VERBS = {
    "show": "Show a career in full: the work, the pay, the way in.",
    "list": "List the careers, filtered and sorted.",
    "search": "Find careers by name, interest, task or tool.",
    "compare": "Compare careers side by side.",
    "salary": "Show what a career pays, or where a pay stands.",
    "map": "Draw the world of work.",
    "random": "Show a career drawn by lot.",
    "quiz": "Find out which careers fit you, or whether one does.",
    "keep": "Put careers on a list of your own.",
    "mine": "Show your list: pay, fit, notes; rank it, take from it.",
    "hide": "Say what is not for you, and why.",
    "note": "Write a note on a career.",
    "notes": "Show your notes.",
    "me": "Show, change, export or forget what is kept of you.",
    "define": "Explain a term in one or two plain sentences.",
    "topic": "Read what is the same for every career: applying, who pays, gross and net.",
    "data": "Import official data sets of your own, and see what is installed.",
    "sources": "Print the bibliography: where every figure comes from.",
    "config": "Show and change the settings.",
    "doctor": "Check that all is well here, and say what to do where it is not.",
    "help": "Explain a topic: variables, formats, exit codes, keys, method.",
    "new": "Start a career guide of your own.",
    "validate": "Check career files and report every problem.",
}

#: Verbs that work in spite of broken settings: they help to mend them.
MENDING = ("config", "doctor", "help")

#: Options that may stand before or after the verb, and whether each takes a value.
GLOBALS = {
    "--lang": True,
    "--country": True,
    "--person": True,
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
