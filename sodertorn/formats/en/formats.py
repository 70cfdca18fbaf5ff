"""Days in English as the register writes them elsewhere (sodertorn.words): day, month, year."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y H:i"
