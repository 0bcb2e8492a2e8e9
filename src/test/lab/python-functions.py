"""Lab of the day python-functions: prints one line "check-id value" for each check with a number."""


def average(values, missing="skip"):
    known = [v for v in values if v is not None]
    return sum(known) / (len(values) if missing == "zero" else len(known))


def add(item, basket=[]):  # the trap of the day, on purpose
    basket.append(item)
    return len(basket)


print(f"gap-as-zero {average([14, None, 22, 16], missing='zero'):g}")
assert round(average([14, None, 22, 16]), 2) == 17.33
assert average([14, None, 22]) == 18 and average([14, None, 22], missing="zero") == 12
add(1)
add(2)
print("shared-basket", add(3))
