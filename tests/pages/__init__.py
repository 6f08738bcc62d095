"""What the built pages say, and that nothing of the data is lost on the way."""
