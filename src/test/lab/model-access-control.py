"""Lab of the day model-access-control: thirty calls in any sixty seconds."""
from collections import deque
from http import HTTPStatus


def limiter(limit=30, window=60):
    calls = deque()

    def allowed(now):
        while calls and now - calls[0] >= window:
            calls.popleft()
        if len(calls) >= limit:
            return False
        calls.append(now)
        return True

    return allowed


allowed = limiter()
answers = [allowed(1.5 * i) for i in range(60)]
print("refused-calls", answers.count(False))
print("# first refused at second", 1.5 * answers.index(False), "first allowed again", 1.5 * answers.index(True, answers.index(False)))
print("# answers in a day at most", 30 * 60 * 24)
print("valid-key-no-right", HTTPStatus.FORBIDDEN.value)
