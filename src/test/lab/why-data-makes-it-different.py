"""Lab of the day why-data-makes-it-different: prints one line "check-id value" for each check with a number."""
from itertools import product

print("combinations", len(list(product(range(4), range(5), range(3)))))

# The text: three versions of the code and four snapshots.
assert len(list(product(range(3), range(4)))) == 12
