"""Files become rows, rows become records, and what is wrong becomes a plain sentence."""
