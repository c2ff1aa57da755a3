"""Which share image belongs to which creator."""
