"""From mentions to entities: within one report, then across reports, and who speaks for whom."""
