"""What a person keeps for themselves: a list of careers, what is not for them, notes, where they live."""
