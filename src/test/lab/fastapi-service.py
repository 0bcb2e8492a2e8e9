"""Lab of the day fastapi-service: test rows that lie outside the ranges seen in training."""
from http import HTTPStatus

from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split

data = load_wine()
X_train, X_test, _, _ = train_test_split(data.data, data.target, test_size=0.25, stratify=data.target, random_state=0)
low, high = X_train.min(axis=0), X_train.max(axis=0)
outside = ((X_test < low) | (X_test > high)).any(axis=1)
print("status-of-fastapi", HTTPStatus.UNPROCESSABLE_ENTITY.value)
print("rows-outside", int(outside.sum()))
margin = 0.1 * (high - low)
wider = ((X_test < low - margin) | (X_test > high + margin)).any(axis=1)
print("# with a margin of a tenth", int(wider.sum()))
