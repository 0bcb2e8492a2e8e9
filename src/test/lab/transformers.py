"""Lab of the day transformers: prints one line "check-id value" for each check with a number."""
import numpy as np


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


rng = np.random.default_rng(0)
X = rng.normal(size=(5, 4))
Q, K, V = (rng.normal(size=(4, 4)) for _ in range(3))


def attention(X):
    weights = softmax((X @ Q) @ (X @ K).T / 2)
    return weights, weights @ (X @ V)


weights, out = attention(X)
print(f"largest-weight {weights.max():.2f}")
assert weights.argmax() == 1 * 5 + 3 and np.allclose(weights.sum(axis=1), 1)
order = np.array([3, 0, 4, 1, 2])
assert np.allclose(attention(X[order])[1], out[order])
places = np.arange(5).reshape(-1, 1) * np.array([0.5, -0.5, 0.5, -0.5])
assert not np.allclose(attention(X[order] + places)[1], attention(X + places)[1][order])
print(f"weight-of-two {softmax(np.array([2.0, 0.0]))[0]:.2f}")
print(f"growth {(10_000 // 100) ** 2}")
