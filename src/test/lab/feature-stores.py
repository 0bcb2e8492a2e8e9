"""Lab of the day feature-stores: prints one line "check-id value" for each check with a number."""
import pandas as pd

trips = pd.DataFrame({
    "driver": ["a", "a", "b", "b"],
    "time": pd.to_datetime(["2019-03-05 12:00", "2019-03-08 09:00", "2019-03-06 10:00", "2019-03-01 08:00"]),
}).sort_values("time")
history = pd.DataFrame({
    "driver": ["a", "a", "a", "b"],
    "time": pd.to_datetime(["2019-03-04 00:00", "2019-03-05 13:00", "2019-03-09 00:00", "2019-03-05 00:00"]),
    "trips_7d": [31, 44, 52, 18],
}).sort_values("time")
right = pd.merge_asof(trips, history, on="time", by="driver")
print(f"value-at-nine {right.loc[right['time'] == '2019-03-08 09:00', 'trips_7d'].item():g}")
print("nothing-known", right["trips_7d"].isna().sum())
assert right.loc[right["time"] == "2019-03-05 12:00", "trips_7d"].item() == 31
newest = history.groupby("driver").tail(1)[["driver", "trips_7d"]]
leaky = trips.merge(newest, on="driver").sort_values("time", ignore_index=True)
assert sorted(leaky["trips_7d"]) == [18, 18, 52, 52]
assert (leaky["trips_7d"].to_numpy() != right["trips_7d"].to_numpy()).sum() == 3
