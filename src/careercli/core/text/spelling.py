"""How many slips part two words: every start asks for it, and for no more than that."""


def count_slips(word: str, other: str, most: int) -> int:
    """Letters that are wrong, missing, too many or swapped with the next; one more than `most` where there are more."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for n, letter in enumerate(word, 1):
        earlier, before, row = before, row, [n]
        for k, its in enumerate(other, 1):
            cost = min(before[k] + 1, row[k - 1] + 1, before[k - 1] + (letter != its))
            if n > 1 and k > 1 and letter == other[k - 2] and its == word[n - 2]:
                cost = min(cost, earlier[k - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
