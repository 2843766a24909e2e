"""How many slips part two words: every start asks for it, and for no more than that."""


def count_slips(word: str, other: str, most: int) -> int:
    """Letters that are wrong, missing, too many or swapped with the next; one more than `most` where there are more."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    beyond = [most + 1] * len(row)
    for n, letter in enumerate(word, 1):
        earlier, before, row = before, row, beyond.copy()
        row[0] = n
        least = n
        for k in range(max(n - most, 1), min(n + most, len(other)) + 1):  # those further off are more than `most`
            its = other[k - 1]
            cost = before[k - 1]
            if letter != its:
                cost = min(before[k], row[k - 1], cost) + 1
                if n > 1 and k > 1 and letter == other[k - 2] and its == word[n - 2]:
                    cost = min(cost, earlier[k - 2] + 1)
            row[k] = cost
            least = min(least, cost)
        if least > most:
            return most + 1
    return min(row[-1], most + 1)
