"""What is done with a file that somebody uploaded, each in a process of its own that knows nothing of Django."""
