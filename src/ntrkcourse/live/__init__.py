"""A class that is live: the book for a room, the store of its answers, and the trainer's board."""
