"""The questionnaires: asking them, the list and the verdicts that they give, and what is kept of them."""
