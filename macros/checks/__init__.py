"""Rows must agree with one another: names lead somewhere, and nothing contradicts or hides."""
