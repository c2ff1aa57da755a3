"""Where Pelican is met: its signals, one run of it, and what of it has no effect here."""
