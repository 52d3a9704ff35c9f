"""Which phrase stands as the source of a verb: subjects, agents, noun phrases and where they end."""
