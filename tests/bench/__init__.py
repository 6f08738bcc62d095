"""What `make bench` measures, beside others. Nothing here is a test: no number fails anything."""
