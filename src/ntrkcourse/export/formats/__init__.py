"""A module a format. ``make(order)`` writes its files and hands each on."""
