"""Lab of the day polynomial-regression: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler


def errors(degree, n=30):
    """The training and the test RMSE of a polynomial fitted to n noisy points of a sine."""
    x = np.linspace(-3, 3, n).reshape(-1, 1)
    y = np.sin(x[:, 0]) + np.random.default_rng(1).normal(0, 0.3, n)
    test = np.arange(n) % 3 == 1
    model = make_pipeline(PolynomialFeatures(degree, include_bias=False), StandardScaler(), LinearRegression())
    gap = model.fit(x[~test], y[~test]).predict(x) - y
    return np.sqrt((gap[~test] ** 2).mean()), np.sqrt((gap[test] ** 2).mean())


table = {degree: errors(degree) for degree in (1, 3, 5, 9, 15)}
print(f"test-rmse-degree-three {table[3][1]:.3f}")
train = [a for a, _ in table.values()]
assert train == sorted(train, reverse=True) and abs(table[1][1] - 0.50) < 0.01
assert table[15][1] > 10 * table[9][1] and errors(15, 300)[1] < 0.32
