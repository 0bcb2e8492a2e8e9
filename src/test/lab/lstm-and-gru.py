"""Lab of the day lstm-and-gru: prints one line "check-id value" for each check with a number."""
rnn = 32 * 8 + 32 * 32 + 2 * 32
print(f"parameters-of-the-lstm {4 * rnn}")
assert rnn == 1344 and 3 * rnn == 4032
print(f"new-cell-state {0.9 * 2.0 + 0.3 * -1.0:.2f}")
assert round(100 * 0.99 ** 100) == 37
assert round(100 * 0.9 ** 40, 1) == 1.5 and 0.5 ** 40 < 1e-12
