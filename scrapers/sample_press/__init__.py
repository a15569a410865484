"""The sample press: fictional Hindi outlets of many makes, served over real HTTP on loopback for the crawl to read."""
