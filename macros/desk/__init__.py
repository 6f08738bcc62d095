"""Commands for editors at their desk; no build needs them."""
