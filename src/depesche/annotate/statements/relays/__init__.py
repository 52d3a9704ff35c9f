"""Through whom the report has a statement: media told, media that pass on, chains of both."""
