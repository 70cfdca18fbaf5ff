"""How much a process may take for one file."""

import resource

MEMORY, SECONDS = 300 * 1024**2, 2
"""At most, for any PDF: bytes, and seconds of work."""


def limit(memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Let this process end when it takes more."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
