"""What an act refuses for a reason of its own; a view turns each into a page."""


class AlreadyRegistered(Exception):
    """What was to be recorded is in the register already: `fact` states it."""

    def __init__(self, fact):
        super().__init__(fact.entry.fact)
        self.fact = fact
