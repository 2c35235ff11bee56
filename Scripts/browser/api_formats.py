"""What the formats of the API's description stand for, so that sound values are tried as well as broken
ones: EDTF dates, and the words by which lists go on."""

import base64

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

schemathesis.openapi.format("edtf", edtf)
schemathesis.openapi.format("annals-page", pages)
