"""Lab of the day capstone-data-and-training: the prepared taxi table and four expectations."""
from make_taxis import make_taxis

raw = make_taxis()
minutes = (raw["dropoff"] - raw["pickup"]).dt.total_seconds() / 60
expectations = {
    "rows": 5000 <= len(raw) <= 7000,
    "fares": bool(raw["fare"].between(3, 200).all()),
    "minutes": bool((minutes > 0).all()),
    "zones": bool(raw["pickup_zone"].isna().mean() <= 0.02 and raw["dropoff_zone"].isna().mean() <= 0.02),
}
assert all(expectations.values()), expectations
print("# largest fare", raw["fare"].max(), raw["pickup_zone"].isna().sum(), raw["dropoff_zone"].isna().sum())
prepared = raw.dropna(subset=["pickup_zone", "dropoff_zone"])
prepared = prepared[prepared["distance"] > 0]
print("prepared-rows", len(prepared))
