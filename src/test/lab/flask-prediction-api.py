"""Lab of the day flask-prediction-api: the wine pipeline, and five hostile requests judged by a function."""
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data = load_wine()
names = data.feature_names
X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.25, stratify=data.target, random_state=0)
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(X_train, y_train)
print("right-of-test-rows", int((model.predict(X_test) == y_test).sum()))


def judge(body):
    """The status of a request: 400 with a sentence, or 200."""
    if not isinstance(body, dict):
        return 400, "send one object of named features"
    for name in names:
        if name not in body:
            return 400, f"{name} is missing"
        if isinstance(body[name], bool) or not isinstance(body[name], (int, float)):
            return 400, f"{name} must be a number"
    extra = set(body) - set(names)
    if extra:
        return 400, f"unknown: {sorted(extra)[0]}"
    return 200, int(model.predict([[body[name] for name in names]])[0])


good = dict(zip(names, X_test[0]))
hostile = [
    {n: v for n, v in good.items() if n != "alcohol"},
    {**good, "alcohol": "strong"},
    None,
    {**good, "colour": 3},
    [good] * 10_000,
]
assert judge(good)[0] == 200
print("# answers", [judge(b)[0] for b in hostile])
assert all(judge(b)[0] == 400 for b in hostile)
reordered = dict(reversed(good.items()))
assert judge(reordered) == judge(good)
