"""Checks that hold content to the science and the prose to the content; ``start.py check`` runs them all."""
