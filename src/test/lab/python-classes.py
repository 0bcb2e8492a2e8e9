"""Lab of the day python-classes: prints one line "check-id value" for each check with a number."""
from statistics import mean, median


class MeanPredictor:
    def __init__(self):
        self.value_ = None

    def compute(self, prices):
        return mean(prices)

    def fit(self, prices):
        self.value_ = self.compute(prices)
        return self

    def predict(self, n):
        if self.value_ is None:
            raise RuntimeError("call fit first")
        return [self.value_] * n


class MedianPredictor(MeanPredictor):
    def compute(self, prices):
        return median(prices)


prices = [210, 185, 240, 199, 225, 178, 260, 231, 205, 2050]
print(f"mean-of-prices {MeanPredictor().fit(prices).predict(3)[0]:.1f}")
print(f"median-of-prices {MedianPredictor().fit(prices).predict(3)[0]:.1f}")
assert sum(prices) == 3983 and round(mean(prices[:9]), 1) == 214.8
try:
    MeanPredictor().predict(1)
except RuntimeError as error:
    assert str(error) == "call fit first"
else:
    raise AssertionError("predict before fit must raise")
