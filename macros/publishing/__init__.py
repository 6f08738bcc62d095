"""A built folder is finished: downloads, feeds, search, small styles and scripts, the policy."""
