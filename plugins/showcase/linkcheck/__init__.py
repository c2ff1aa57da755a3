"""`links`: whether the published links still answer; advice only."""
