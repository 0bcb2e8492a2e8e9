"""Lab of the day review-first-fortnight: prints one line "check-id value" for each check with a number."""
print(f"six-parts {100 * 0.97 ** 6:.1f}")

memory, outputs = {}, []
for cell in "ABCBC":
    exec({"A": "n = 4", "B": "n = n + 5", "C": "shown = n * 2"}[cell], memory)
    if cell == "C":
        outputs.append(memory["shown"])
assert outputs[0] == 18
print("cells-again", outputs[1])
