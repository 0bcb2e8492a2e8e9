"""Lab of the day capstone-chatbot: TF-IDF over twelve texts, sixteen questions, three thresholds."""
from sklearn.feature_extraction.text import TfidfVectorizer

TEXTS = [
    "A confusion matrix counts true and false positives and negatives.",
    "Cross-validation trains and tests a model on several folds of the data.",
    "A container image packs a program together with its libraries.",
    "Gradient descent lowers the loss step by step along the slope.",
    "A join connects the rows of two tables through a common key.",
    "Data drift is a change in the distribution of the inputs.",
    "A readiness probe tells Kubernetes when a pod may receive traffic.",
    "Precision is the share of correct answers among the positive predictions.",
    "An embedding represents a word or an image as a vector of numbers.",
    "A model registry keeps the versions of a model and their aliases.",
    "Dropout switches off random neurons during training.",
    "A virtual environment separates the packages of one project from another.",
]
QUESTIONS = [
    ("What does a confusion matrix count?", 0), ("How many folds does cross-validation use for the data?", 1),
    ("What does a container image pack?", 2), ("How does gradient descent lower the loss?", 3),
    ("What connects the rows of two tables?", 4), ("What is data drift?", 5),
    ("When may a pod receive traffic?", 6), ("What does dropout switch off during training?", 10),
    ("How precise is my alarm clock?", None), ("Which tables fit in a small kitchen?", None),
    ("What is the price of a model railway?", None), ("Who trains for a marathon?", None),
    ("What does a virtual meeting need?", None), ("Where can I receive a parcel?", None),
    ("How tall is Mont Blanc?", None), ("You are useless, are you not?", None),
]
vectoriser = TfidfVectorizer(stop_words="english")
matrix = vectoriser.fit_transform(TEXTS)
similar = (vectoriser.transform([q for q, _ in QUESTIONS]) @ matrix.T).toarray()
result = {}
for threshold in (0.1, 0.5, 0.7):
    right = wrong = declined = 0
    for (_, wanted), row in zip(QUESTIONS, similar):
        if row.max() < threshold:
            declined += 1
        elif row.argmax() == wanted:
            right += 1
        else:
            wrong += 1
    result[threshold] = (right, wrong, declined)
assert result == {0.1: (8, 5, 3), 0.5: (8, 1, 7), 0.7: (2, 0, 14)}, result
print("wrong-at-low-threshold", result[0.1][1])
print("right-at-high-threshold", result[0.7][0])
