"""Lab of the day probability: prints one line "check-id value" for each check with a number."""
import numpy as np


def share(base, found=0.9, accused=0.05):
    return 100 * base * found / (base * found + (1 - base) * accused)


print(f"rare-fault {share(1 / 20):.1f}")
assert round(share(1 / 50), 1) == 26.9
print(f"one-in-a-hundred {share(1 / 100):.1f}")
assert round(share(1 / 5), 1) == 81.8
assert round(share(1 / 50, accused=1 / 200)) == 79

# The simulation of the steps agrees with the tree within a percentage point.
rng = np.random.default_rng(33)
for base in (1 / 50, 1 / 5):
    faulty = rng.random(100_000) < base
    alarms = np.where(faulty, rng.random(100_000) < 0.9, rng.random(100_000) < 0.05)
    assert abs(100 * faulty[alarms].mean() - share(base)) < 1
