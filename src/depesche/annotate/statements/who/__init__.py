"""Whom a source phrase means in the report: names, pronouns, roles, descriptions, and who spoke last."""
