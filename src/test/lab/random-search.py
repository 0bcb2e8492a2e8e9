"""Lab of the day random-search: prints one line "check-id value" for each check with a number."""
from math import ceil, log

print(f"draws-for-ninety-five {ceil(log(0.05) / log(0.95))}")
print(f"hit-with-ten {100 * (1 - 0.9 ** 10):.0f}")
print(f"values-tested {24 // (2 * 2 * 2)}")
assert round(100 * (1 - 0.95 ** 24)) == 71
