"""The course's models: pure functions on plain numbers, standard library only."""
