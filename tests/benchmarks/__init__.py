"""Benchmarks: `make bench` runs them and prints figures. They assert nothing about time."""
