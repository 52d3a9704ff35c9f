"""What may report speech in a frame: verbs with their groups and voices, nouns, phrases."""
