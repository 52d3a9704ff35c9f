"""What a verb reports outside quotation marks: clauses, infinitives, objects, before and behind it."""
