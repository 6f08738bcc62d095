"""What readers meet: every page in a real browser."""
