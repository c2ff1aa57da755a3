"""Front matter as the person wrote it: bytes to lines to a tree of nodes, each with its place; it knows no key."""
