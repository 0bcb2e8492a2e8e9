"""Lab of the day tensorflow-extended: a schema from the first half of the month, and rows of the second that depart from it."""
from make_taxis import make_taxis

table = make_taxis()
train, serve = table[table["pickup"] < "2019-03-16"], table[table["pickup"] >= "2019-03-16"].copy()
zones = set(train["pickup_zone"].dropna())
low, high = train["distance"].min(), train["distance"].max()
print("zones-in-schema", len(zones))
print("# range", low, high)
outside = ~serve["distance"].between(low, high)
print("# natural departures", int(outside.sum()), len(serve))
serve.loc[serve.index[:20], "pickup_zone"] = "harbour"
serve.loc[serve.index[10:25], "distance"] *= -1
strange = ~serve["pickup_zone"].isin(zones) & serve["pickup_zone"].notna()
departing = strange | ~serve["distance"].between(low, high)
print("departing-rows", int(departing.sum()))
