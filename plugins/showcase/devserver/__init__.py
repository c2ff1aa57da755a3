"""`serve`: the built site on this computer, built again and reloaded on every change."""
