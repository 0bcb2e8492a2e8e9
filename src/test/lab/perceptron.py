"""Lab of the day perceptron: prints one line "check-id value" for each check with a number."""
import numpy as np

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])


def fit(target, rounds=1000):
    """The round without an error, weights and bias; None if there is no such round."""
    weights, bias = np.zeros(2), 0.0
    for number in range(1, rounds + 1):
        errors = 0
        for row, wanted in zip(X, target):
            step = wanted - int(weights @ row + bias > 0)
            weights, bias, errors = weights + step * row, bias + step, errors + abs(step)
        if errors == 0:
            return number, weights, bias
    return None, weights, bias


number, weights, bias = fit([0, 0, 0, 1])
print(f"rounds-for-and {number}")
assert list(weights) == [2, 1] and bias == -2 and fit([0, 1, 1, 1])[0] == 4
assert fit([0, 1, 1, 0])[0] is None
print(f"score-of-one-one {2 * 1 + 1 * 1 - 2}")
