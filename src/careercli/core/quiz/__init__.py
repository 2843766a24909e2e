"""The questionnaires: profiles, matches, fit, reasons."""
