"""The open catalogue: what the use cases ask."""
