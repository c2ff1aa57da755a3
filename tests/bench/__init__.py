"""Measuring: the same creators for this project and its peers, built by turns; seconds, bytes and likeness."""
