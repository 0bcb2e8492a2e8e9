"""Lab of the day ab-testing: a hash router and the sample size for a rise from 10 to 11 %."""
import hashlib

import numpy as np


def group(user, salt):
    return "AB"[int(hashlib.sha256(f"{salt}:{user}".encode()).hexdigest(), 16) % 2]


users = [f"user-{i}" for i in range(10_000)]
first = [group(u, "wine-1") for u in users]
second = [group(u, "wine-2") for u in users]
print(f"in-group-b {first.count('B')}")
stayed = sum(a == b for a, b in zip(first, second))
print("# same group under both salts", stayed)
assert 4800 < stayed < 5200

p1, p2 = 0.10, 0.11
n = (1.96 + 0.84) ** 2 * (p1 * (1 - p1) + p2 * (1 - p2)) / (p2 - p1) ** 2
print(f"users-per-group {n:.0f}")
p2 = 0.12
half = (1.96 + 0.84) ** 2 * (p1 * (1 - p1) + p2 * (1 - p2)) / (p2 - p1) ** 2
print("# for 12 %", round(half))

rng = np.random.default_rng(3)
m = 14_732
a, b = rng.binomial(m, 0.10, 2000) / m, rng.binomial(m, 0.11, 2000) / m
error = np.sqrt(a * (1 - a) / m + b * (1 - b) / m)
power = np.mean((b - a) > 1.96 * error)
print("# simulated power", power)
assert 0.77 < power < 0.83
