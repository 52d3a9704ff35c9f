"""Speech in marks, behind a dash or a colon, speech that runs on, and speech within speech."""
