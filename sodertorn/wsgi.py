"""What a WSGI server such as gunicorn serves: sodertorn.wsgi:application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sodertorn.settings")

application = get_wsgi_application()
