"""What acts on programmes refuse in a way that leads on to another page."""


class AlreadySent(Exception):
    """Somebody has sent the draft already; `placement` is what was sent."""

    def __init__(self, placement):
        super().__init__(f"sent by entry {placement.pk}")
        self.placement = placement
