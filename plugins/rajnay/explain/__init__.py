"""Why a fact was read: an article shown with its facts, their spans and rules, and what was discarded."""
