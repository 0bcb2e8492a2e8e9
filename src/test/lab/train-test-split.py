"""Lab of the day train-test-split: prints one line "check-id value" for each check with a number."""
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = load_digits(return_X_y=True)


def scores(k, seed):
    train, test, train_y, test_y = train_test_split(X, y, test_size=0.25, stratify=y, random_state=seed)
    model = KNeighborsClassifier(n_neighbors=k).fit(train, train_y)
    return model.score(train, train_y) if seed == 0 else None, model.score(test, test_y), len(test)


train, test, rows = scores(200, 0)
print(f"two-hundred {test:.3f}")
print("test-rows", rows)
assert len(X) == 1797 and abs(train - 0.883) < 0.01
assert scores(1, 0)[0] == 1 and abs(scores(1, 0)[1] - 0.982) < 0.01
several = [scores(5, seed)[1] for seed in range(10)]
assert abs(min(several) - 0.978) < 0.005 and abs(max(several) - 0.989) < 0.005
