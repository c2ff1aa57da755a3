"""The cache: what earlier builds found out, by everything that it depends on; safe to lose."""
