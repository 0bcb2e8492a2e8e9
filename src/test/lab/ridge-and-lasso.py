"""Lab of the day ridge-and-lasso: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

x = np.linspace(-3, 3, 30).reshape(-1, 1)
y = np.sin(x[:, 0]) + np.random.default_rng(1).normal(0, 0.3, 30)
test = np.arange(30) % 3 == 1


def fifteen(last):
    """Training RMSE, test RMSE and largest coefficient of degree 15 with the given last step."""
    model = make_pipeline(PolynomialFeatures(15, include_bias=False), StandardScaler(), last).fit(x[~test], y[~test])
    gap = model.predict(x) - y
    return np.sqrt((gap[~test] ** 2).mean()), np.sqrt((gap[test] ** 2).mean()), abs(model[-1].coef_).max()


plain, ridge = fifteen(LinearRegression()), fifteen(Ridge(alpha=0.01))
print(f"ridge-rmse {ridge[1]:.3f}")
assert abs(plain[0] - 0.10) < 0.01 and plain[1] > 3 and plain[2] > 1000
assert abs(ridge[0] - 0.22) < 0.01 and fifteen(Ridge(alpha=0.001))[2] < 10

X, target = load_diabetes(return_X_y=True)
X = np.hstack([X, np.random.default_rng(0).normal(size=(442, 20))])
X_train, X_test, t_train, t_test = train_test_split(X, target, test_size=0.25, random_state=0)
least = make_pipeline(StandardScaler(), LinearRegression()).fit(X_train, t_train)
lasso = make_pipeline(StandardScaler(), Lasso(alpha=5)).fit(X_train, t_train)
zero = lasso[-1].coef_ == 0
print(f"zeros-at-five {zero.sum()}")
assert zero[10:].sum() == 19 and zero[:10].sum() == 5 and (least[-1].coef_ == 0).sum() == 0
assert abs(least.score(X_test, t_test) - 0.28) < 0.01 and abs(lasso.score(X_test, t_test) - 0.33) < 0.01
