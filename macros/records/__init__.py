"""What a row is: one subject a file, each column named, explained and checked."""
