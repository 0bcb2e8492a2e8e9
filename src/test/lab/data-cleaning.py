"""Lab of the day data-cleaning: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd


def make_loans():
    rng = np.random.default_rng(51)
    t = pd.DataFrame({
        "loan": range(1, 39),
        "age": rng.integers(8, 80, 38),
        "town": rng.choice(["Leeds", "York", "Hull"], 38),
        "out": pd.date_range("2026-03-01", periods=38).strftime("%Y-%m-%d"),
        "days": rng.integers(3, 30, 38),
    })
    t.loc[[4, 17], "age"] = [180, -3]
    t.loc[[2, 9, 30], "town"] = [" Leeds", "leeds", "York "]
    t.loc[[12, 25], "out"] = ["13.03.2026", "26.03.2026"]
    t.loc[33, "days"] = 336
    return pd.concat([t, t.iloc[[6, 20]]], ignore_index=True)


raw = make_loans()
assert len(raw) == 40 and raw.duplicated().sum() == 2
print("towns-in-raw", raw["town"].nunique())
clean = raw.drop_duplicates()
assert len(clean) == 38
print("usable-ages", clean["age"].between(0, 110).sum())
towns = clean["town"].str.strip().str.title()
assert sorted(towns.unique()) == ["Hull", "Leeds", "York"] and (towns != clean["town"]).sum() == 3
assert (~clean["out"].str.match(r"\d{4}-\d{2}-\d{2}$")).sum() == 2
assert (clean["days"] > 60).sum() == 1 and 336 / 24 == 14
