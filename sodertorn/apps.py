from django.apps import AppConfig


class SodertornConfig(AppConfig):
    name = "sodertorn"
    verbose_name = "Registret"

    def ready(self):
        from django.db.models.signals import post_migrate, pre_migrate

        from sodertorn import checks, guards  # noqa: F401  (checks register themselves)

        pre_migrate.connect(guards.lift_before_migrate, dispatch_uid="sodertorn.guards.lift")
        post_migrate.connect(guards.install_after_migrate, dispatch_uid="sodertorn.guards")
