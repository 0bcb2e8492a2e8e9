"""Lab of the day backpropagation: prints one line "check-id value" for each check with a number."""
import numpy as np


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def loss(w11=1.0, v1=2.0):
    """The squared error of the network of forward-pass for the input (1, 0) and the target 1."""
    return (sigmoid(v1 * sigmoid(w11) - 2 * sigmoid(-1)) - 1) ** 2


hidden, output = sigmoid(1), sigmoid(2 * sigmoid(1) - 2 * sigmoid(-1))
blame = 2 * (output - 1) * output * (1 - output)
print(f"gradient-of-v1 {blame * hidden:.4f}")
assert round(blame * 2 * hidden * (1 - hidden), 4) == -0.0454
assert abs((loss(v1=2.0001) - loss(v1=1.9999)) / 0.0002 - blame * hidden) < 1e-6
assert abs((loss(w11=1.0001) - loss(w11=0.9999)) / 0.0002 - blame * 2 * hidden * (1 - hidden)) < 1e-6
print(f"ten-layers {0.25 ** 10 * 1e6:.2f}")

X, target = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0], [1], [1], [0]])


def train(W, V):
    b, c = np.zeros(4), np.zeros(1)
    for _ in range(5000):
        h = sigmoid(X @ W + b)
        y = sigmoid(h @ V + c)
        d = 2 * (y - target) / 4 * y * (1 - y)
        e = d @ V.T * h * (1 - h)
        V, c, W, b = V - 2 * h.T @ d, c - 2 * d.sum(axis=0), W - 2 * X.T @ e, b - 2 * e.sum(axis=0)
    return ((y - target) ** 2).mean()


rng = np.random.default_rng(0)
assert train(rng.normal(size=(2, 4)), rng.normal(size=(4, 1))) < 0.001
assert abs(train(np.zeros((2, 4)), np.zeros((4, 1))) - 0.25) < 1e-9
