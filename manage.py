#!/usr/bin/env python
"""Django's command line for the register."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sodertorn.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.INSTALLED_APPS  # noqa: B018
    except ImproperlyConfigured as fault:
        sys.exit(str(fault))  # what to set is easier to see without the way there
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
