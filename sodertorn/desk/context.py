from sodertorn.permissions import Role, roles_of


def context(request) -> dict:
    """For the desk's templates: what the person who looks may do. Looked up only when a template asks."""
    return {"roles": lambda: {role.name.lower(): True for role in roles_of(request.user) - {Role.ANYONE}}}
