"""What a check looked at, and what is wrong."""

from dataclasses import dataclass, field


@dataclass
class Found:
    """What a check looked at, in words with a figure, and its faults, a sentence each."""

    looked_at: str
    faults: list[str] = field(default_factory=list)
