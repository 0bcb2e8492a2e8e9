"""Lab of the day review-craft: prints one line "check-id value" for each check with a number."""
import pandas as pd


def rows(left, right, how):
    return len(pd.DataFrame({"key": left}).merge(pd.DataFrame({"key": right}), on="key", how=how))


left, right = [1, 2, 2, 3], [2, 2, 3, 4]
print("inner-pairs", rows(left, right, "inner"))
print("left-pairs", rows(left, right, "left"))
assert rows(left, right, "outer") == 7
assert rows(list("ABA"), list("AAB"), "inner") == 5
assert rows([2, 2, 5], [2, 2, 2, 5], "inner") == 7
