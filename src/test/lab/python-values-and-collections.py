"""Lab of the day python-values-and-collections: prints one line "check-id value" for each check with a number."""
week = [
    {"day": "Mon", "degrees": 14, "rain": False},
    {"day": "Tue", "degrees": 17, "rain": True},
    {"day": "Wed", "degrees": 22, "rain": False},
    {"day": "Thu", "degrees": 19, "rain": False},
    {"day": "Fri", "degrees": 12, "rain": True},
    {"day": "Sat", "degrees": 16, "rain": True},
    {"day": "Sun", "degrees": 20, "rain": False},
]
degrees = [row["degrees"] for row in week]
rain = [row["rain"] for row in week]
assert sum(degrees) == 120 and sum(rain) == 3
print(f"average-of-seven {sum(degrees) / len(degrees):.2f}")
assert week[degrees.index(max(degrees))]["day"] == "Wed" == week[2]["day"]

week.append({"day": "Mon", "degrees": 18})
assert (sum(degrees) + 18) / 8 == 17.25
assert week[7].get("rain") is None
try:
    week[7]["rain"]
except KeyError:
    pass
else:
    raise AssertionError("a missing key raises")
