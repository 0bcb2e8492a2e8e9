"""Lab of the day agile-and-scrum: what it costs in expectation to ask the cheap question first."""
print(f"expected-days {2 + 0.4 * 20:.0f}")
