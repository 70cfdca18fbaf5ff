from functools import cache

from django.apps import AppConfig


class SodertornConfig(AppConfig):
    name = "sodertorn"
    verbose_name = "Registret"

    def ready(self):
        from django.db.models.signals import post_migrate, pre_migrate
        from simple_history.manager import HistoryManager

        from sodertorn import checks, guards  # noqa: F401  (checks register themselves)

        pre_migrate.connect(guards.lift_before_migrate, dispatch_uid="sodertorn.guards.lift")
        post_migrate.connect(guards.install_after_migrate, dispatch_uid="sodertorn.guards")
        # It makes a class whenever a history is asked for, which takes longer than to ask.
        HistoryManager.from_queryset = cache(HistoryManager.from_queryset)
