"""Another region from the national lists: its districts, villages, map and texts, and nobody yet."""
