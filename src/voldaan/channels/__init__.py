"""A finished message to the world, and what the world said. A channel does not know why."""
