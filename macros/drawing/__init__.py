"""Records become markup and words, the same everywhere; markup stands in templates only."""
