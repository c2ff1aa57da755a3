"""Proposals on GitHub (pull requests): the review, the bot's comment, and the announcement after deployment."""
