"""Finding: what the public register holds, searched in memory, alike whatever the database."""
