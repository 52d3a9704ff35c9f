"""Statements that no verb reports: source phrases, reporting nouns, hearsay, refusals, asides."""
