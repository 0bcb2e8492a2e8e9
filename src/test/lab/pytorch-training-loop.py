"""Lab of the day pytorch-training-loop: prints one line "check-id value" for each check with a number."""
from math import ceil

print(f"updates-per-epoch {ceil(1347 / 32)}")
print(f"slope-at-five {2 * (5 - 3)}")
assert 64 * 32 + 32 + 32 * 10 + 10 == 2410
