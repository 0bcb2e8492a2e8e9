"""Lab of the day forward-pass: prints one line "check-id value" for each check with a number."""
import numpy as np


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


one, two = sigmoid(1), sigmoid(-1)
output = sigmoid(2 * one - 2 * two)
print(f"output-for-one-zero {output:.3f}")
print(f"parameters-of-a-larger-net {10 * 16 + 16 + 16 * 3 + 3}")
assert round(one, 3) == 0.731 and round(two, 3) == 0.269 and round(2 * one - 2 * two, 3) == 0.924
assert 2 * 2 + 2 + 2 * 1 + 1 == 9
for a, b in ((0, 0), (0, 1), (1, 0), (1, 1)):
    some, not_both = sigmoid(20 * a + 20 * b - 10), sigmoid(-20 * a - 20 * b + 30)
    assert round(sigmoid(20 * some + 20 * not_both - 30)) == (a ^ b)
