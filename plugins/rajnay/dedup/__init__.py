"""Near-duplicate articles: signatures, and clusters that keep their ids from night to night."""
