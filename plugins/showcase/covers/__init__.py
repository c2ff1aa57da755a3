"""`covers`: titles and covers of works, fetched where a platform offers them and written for review."""
