"""Asks three servers for the same with wrk: annals, Datasette over the same rows, and one that says hello.

Usage: load.py ANNALS HELLO REGISTER FOLDER SECONDS
Run by a Python that has Datasette. Prints a line each: server and what is asked, connections, requests a second,
p99 in milliseconds, bytes of an answer; and how much memory each server held afterwards.
"""

import json
import os
import pathlib
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request

annals, hello, register, folder, seconds = sys.argv[1:6]
folder = pathlib.Path(folder)
bin = pathlib.Path(sys.executable).parent


def get(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def serve(command, address=None):
    """A server, its process and its address."""
    process = subprocess.Popen(
        command, stdout=open(folder / "said", "w"), stderr=open(folder / "server.log", "w")
    )
    for _ in range(600):
        said = (folder / "said").read_text().strip()
        where = address or (said.split("\n")[0] if said else None)
        try:
            if where:
                get(where)
                return process, where.rstrip("/")
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit(f"{command[0]} does not answer")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def resident(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1000


def load(name, address):
    """Requests a second by the number of connections."""
    size = len(get(address))
    rates = {}
    for connections in [1, 16]:
        said = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", address],
            capture_output=True, text=True, check=True,
        ).stdout
        rates[connections] = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
        number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
        slow = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
        failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
        print(
            f"{name:44} {connections:3} {rates[connections]:10.0f}/s {slow:9.2f} ms {size:8} bytes"
            + (f"  {failed[1]} failed" if failed else ""), flush=True)
    return rates


def copy(path):
    """The rows that both are asked for: missions with their periods and places, passages with their words."""
    db = sqlite3.connect(path)
    db.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000;")
    db.execute("attach ? as register", (f"file:{register}?mode=ro",))
    db.executescript(
        """
        create table mission (id text primary key, name text, acronym text, kind text, origin text,
          begin_earliest integer, begin_latest integer, end_earliest integer, end_latest integer);
        insert into mission select mission.id, mission.name, mission.acronym, mission.kind, period.origin,
          begin_earliest, begin_latest, end_earliest, end_latest
          from register.period join register.mission on mission.key = period.mission;
        create table place (mission text, place text);
        insert into place select mission.id, facet.form from register.mission_facet
          join register.facet on facet.key = mission_facet.facet and facet.property = 'place'
          join register.mission on mission.key = mission_facet.mission;
        create index place_place on place (place, mission);
        create index possible on mission (begin_earliest, end_latest);
        create table passage (key integer primary key, quote text);
        insert into passage select key, quote from register.passage;
        create virtual table passage_fts using fts5 (quote, content='passage', content_rowid='key');
        insert into passage_fts (passage_fts) values ('rebuild');
        analyze main;
        """
    )
    db.commit()
    mission, = db.execute("select id from mission order by id limit 1 offset 4000").fetchone()
    place, count = db.execute(
        "select place, count(*) from place group by place order by count(*) desc limit 1 offset 10").fetchone()
    db.close()
    return mission, place


peers = folder / "peers.sqlite"
mission, place = copy(peers)
day, number, word = "1999-06-01", 10_743, "observer"

process, address = serve([hello, str(port := free_port())], f"http://127.0.0.1:{port}/")
base = load("hello", address + "/")
print(f"hello: {resident(process):.0f} MB resident")
process.terminate()
process.wait()

process, address = serve([annals, "serve", "--register", register, "--port", "0"])
at = urllib.parse.quote(mission, safe="@")
where = urllib.parse.quote(place)
ours = {
    "mission page": load("annals: mission page", f"{address}/missions/{at}"),
    "mission": load("annals: mission, JSON", f"{address}/missions/{at}.json"),
    "list": load("annals: on a day in a place, JSON", f"{address}/missions.json?on={day}&in={where}&limit=20"),
    "search": load("annals: search, JSON", f"{address}/search.json?q={word}&limit=20"),
}
print(f"annals: {resident(process):.0f} MB resident")
process.terminate()
process.wait()

port = free_port()
process, address = serve(
    [bin / "datasette", "serve", peers, "--port", str(port), "--setting", "sql_time_limit_ms", "60000"],
    f"http://127.0.0.1:{port}/",
)
condition = urllib.parse.quote(
    f"begin_earliest <= {number} and end_latest >= {number} and id in (select mission from place where place = "
    f"'{place}')"
)
theirs = {
    "mission page": load("Datasette: mission page", f"{address}/peers/mission/{mission.replace('@', '~40')}"),
    "mission": load("Datasette: mission, JSON", f"{address}/peers/mission/{mission.replace('@', '~40')}.json"),
    "list": load(
        "Datasette: on a day in a place, JSON",
        f"{address}/peers/mission.json?_where={condition}&_size=20&_sort=begin_earliest"),
    "search": load("Datasette: search, JSON", f"{address}/peers/passage.json?_search={word}&_size=20"),
}
print(f"Datasette: {resident(process):.0f} MB resident")
process.terminate()
process.wait()
for what in ours:
    for connections in [1, 16]:
        # A server may end no request at all in that time.
        rate = theirs[what][connections]
        ratio = f"{ours[what][connections] / rate:6.1f} x" if rate else "no answer of"
        part = ours[what][connections] / base[connections]
        print(f"{what:14} {connections:3} connections: {ratio} Datasette, {part:5.2f} x hello")
