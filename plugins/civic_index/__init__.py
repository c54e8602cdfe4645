"""The civic index: pages by topic, by level of technological maturity and by field of activity."""
