"""One build: content read, pages and files planned, a whole tree written and put in place."""
