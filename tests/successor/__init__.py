"""The builders that may follow today's, held beside it; run by `make successor`, in no test."""
