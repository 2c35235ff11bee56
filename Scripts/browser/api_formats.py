"""What the formats of the API's description stand for, so that sound values are tried as well as broken
ones: EDTF dates, the words by which lists go on, searches, addresses of the site, mappings of columns; and documents. And what OpenAPI cannot say: which two parameters
exclude each other."""

import base64
import urllib.parse

import schemathesis
from hypothesis import strategies as st

years = st.integers(1000, 2999).map(str)
months = st.integers(1, 12).map("{:02}".format)
days = st.integers(1, 28).map("{:02}".format)
dates = st.one_of(
    years, st.tuples(years, months).map("-".join), st.tuples(years, months, days).map("-".join)
)
periods = st.tuples(dates, dates).map(lambda pair: "/".join(sorted(pair, key=lambda d: d[:4]))).filter(
    lambda text: text[:4] < text.split("/")[1][:4]
)
edtf = st.one_of(dates, periods, dates.map(lambda d: d + "/.."), dates.map(lambda d: d + "~"))

pages = st.tuples(st.integers(-1, 2), st.integers(-99999, 99999), st.integers(0, 99), st.text("abc")).map(
    lambda parts: base64.urlsafe_b64encode(" ".join(map(str, parts)).encode()).decode().rstrip("=")
)

letters = st.text("abcdefghij éŁ0123456789", min_size=1).filter(lambda text: text.strip())
words = letters.map(lambda text: text.split()[0])
terms = st.one_of(words, words.map("{}*".format), letters.map('"{}"'.format))
fields = st.one_of(
    st.tuples(st.sampled_from(["place", "org", "mission", "source"]), words).map(":".join),
    st.sampled_from(["kind:mission", "kind:presence", "property:withdrawn"]),
)
queries = st.tuples(terms, st.lists(terms, max_size=3), st.lists(fields, max_size=1)).map(
    lambda parts: " ".join([parts[0], *parts[1], *parts[2]])
).filter(lambda text: len(text.encode()) <= 200)

segments = st.text("abc é/-", max_size=8).map(urllib.parse.quote)
addresses = st.tuples(segments, st.one_of(st.just(""), words.map(lambda word: "?q=" + urllib.parse.quote(word)))).map(
    lambda parts: "/" + parts[0] + parts[1]
)

names = st.sampled_from(["KFOR", "EUFOR Althea", "UNMIK", "NATO Mission Iraq"])
documents = st.tuples(names, st.integers(1990, 2020), st.integers(0, 9999)).map(
    lambda parts: f"{parts[0]}: since {parts[1]}\n\n- It had {parts[2]} troops in {parts[1] + 1}.\n".encode()
)

columns = st.sampled_from(["mission", "begin", "Mission name"])
mappings = st.tuples(columns, st.one_of(st.just(""), st.just('[cells]\ndates = "day-first"\n'))).map(
    lambda parts: f'[columns]\nacronym = "{parts[0]}"\nstart = "begin"\n{parts[1]}'
)

schemathesis.openapi.format("annals-mapping", mappings)
schemathesis.openapi.media_type("application/octet-stream", documents)
schemathesis.openapi.format("annals-address", addresses)
schemathesis.openapi.format("annals-query", queries)
schemathesis.openapi.format("edtf", edtf)
schemathesis.openapi.format("annals-page", pages)


@schemathesis.hook
def before_call(context, case, kwargs):
    """A review begins at a statement or after one."""
    if case.query and case.query.get("at") and case.query.get("after"):
        del case.query["after"]
