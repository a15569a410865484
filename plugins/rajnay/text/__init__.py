"""Hindi text: cleaning with a map back to the raw, tokens and sentences, match keys, language."""
