"""Mail goes out through here, and nowhere else."""

import logging
from concurrent.futures import ThreadPoolExecutor

from django.core.mail import EmailMessage

LOG = logging.getLogger(__name__)
DELIVERY = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
"""One at a time, beside the request: whether an address is known must not show in how long a page takes."""


def send(*, to: str, subject: str, text: str) -> None:
    """Send plain text to one address, soon. A line break in the subject is taken for a space."""
    message = EmailMessage(subject=" ".join(subject.split()), body=text, to=[to])
    DELIVERY.submit(deliver, message)


def deliver(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception:
        LOG.exception("a mail could not be sent")
