"""What an editor's files become, and the words with which damage is answered."""
