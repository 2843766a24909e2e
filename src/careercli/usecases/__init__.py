"""One module a question: a frozen request and the open catalogue give a frozen report. Nothing is asked or printed."""
