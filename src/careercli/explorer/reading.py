"""The text of a page, of which a screen holds only some."""


class PageText:
    """The lines of a page, of which so many are `written`; it `is_new` until the first are.

    `resume`: how many were when the page was left to which the person has come back. `above`: lines of the screen that
    are taken by what was said before the page.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.written = self.resume = self.above = 0
        self.is_new = False

    @property
    def unread(self) -> int:
        """How many lines are still to be read."""
        return len(self.lines) - self.written

    def show(self, text: str) -> None:
        """Take up a page, or what else there is on one that is new."""
        self.lines = [*(self.lines if self.is_new else ()), *text.removesuffix("\n").split("\n")]
        self.written, self.is_new = 0, True

    def clear(self) -> None:
        """There is nothing to read."""
        self.lines, self.written, self.is_new = [], 0, False

    def show_again(self, lines: list[str], written: int, *, above: int) -> None:
        """Take up a page again that had been read so far."""
        self.lines, self.written, self.is_new = lines, 0, True
        self.resume, self.above = written, above

    def read_on(self, room: int = 0, room_beside: int = 0) -> str:
        """As many lines as there is room for, all where there is no end of it.

        `room` is that beside the menu where nothing is left to read, `room_beside` where something is. Of a page to
        which the person has come back it is what they saw last.
        """
        count = len(self.lines)
        if not room or self.unread <= room - self.above:
            end = count
        else:  # a line stays, else the whole menu would push the top away
            end = min(self.written + max(room_beside - self.above, 1), count - 1)
        if room and end < self.resume:
            end = min(self.resume, count)
            self.written = max(end - (room_beside if end < count else room) + self.above, 0)
        lines, self.written = self.lines[self.written : end], end
        self.is_new, self.resume, self.above = False, 0, 0
        return "\n".join(lines) + "\n"
