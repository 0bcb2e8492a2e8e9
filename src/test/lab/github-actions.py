"""Lab of the day github-actions: how many jobs a matrix makes."""
from itertools import product

print("jobs-of-the-matrix", len(list(product(["3.11", "3.12", "3.13"], ["ubuntu-latest", "windows-latest"]))))
