"""The region: districts, villages, places and services as values, and the names that people use for them."""
