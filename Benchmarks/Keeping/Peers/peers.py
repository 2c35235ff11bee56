"""Asks the questions of KeepingBenchmarks of plain SQLite, of its R*Tree and of Datasette, over the same
periods.

Usage: peers.py REGISTER QUESTIONS
REGISTER is a register that KeepingBenchmarks made; QUESTIONS holds a line each, the first and the last
day of a question, tab-separated. The periods are copied to a file beside it: a table with an index for
each of the two comparisons, as Chronology's SpanColumns advises, and an R*Tree for each. A question is:
how many certainly, how many possibly, and the first twenty of them in order. Prints lines as
KeepingBenchmarks does.
"""

import asyncio
import os
import sqlite3
import sys
import time

from datasette.app import Datasette

CERTAIN = "begin_latest <= :last and end_earliest >= :first and origin <> 'inherited'"
POSSIBLE = f"begin_earliest <= :last and end_latest >= :first and not ({CERTAIN})"


def copy(register, path):
    if os.path.exists(path):
        os.remove(path)
    db = sqlite3.connect(path)
    db.executescript(
        """
        pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000;
        create table mission (mission integer primary key, name text, kind text, origin text,
          begin_earliest integer, begin_latest integer, end_earliest integer, end_latest integer);
        """
    )
    db.execute("attach ? as register", (f"file:{register}?mode=ro",))
    db.execute(
        """
        insert into mission select mission, name, kind, origin, begin_earliest, begin_latest,
          end_earliest, end_latest from register.period
        """
    )
    db.commit()
    db.executescript(
        """
        create index possible on mission (begin_earliest, end_latest);
        create index certain on mission (begin_latest, end_earliest);
        analyze mission;
        create virtual table possible_tree using rtree_i32(id, begin, begin_, finish, finish_);
        create virtual table certain_tree using rtree_i32(id, begin, begin_, finish, finish_);
        """
    )
    # A tree of points in two dimensions, since a latest begin may lie behind an earliest end.
    for tree, begin, end in (
        ("possible_tree", "begin_earliest", "end_latest"),
        ("certain_tree", "begin_latest", "end_earliest"),
    ):
        begin, end = (f"max(-2147483648, min(2147483647, {column}))" for column in (begin, end))
        which = "" if tree == "possible_tree" else "and origin <> 'inherited'"
        db.execute(
            f"""
            insert into {tree} select mission, {begin}, {begin}, {end}, {end} from mission
            where begin_earliest is not null {which}
            """
        )
    db.commit()
    db.close()


def report(what, times, answers, worked):
    work = 1000 * (time.process_time() - worked) / len(times)
    times = sorted(1000 * t for t in times)

    def percentile(share):
        return times[int(share * (len(times) - 1))]

    fields = [what, f"{percentile(0.5):.2f}", f"{percentile(0.99):.2f}", sum(answers) // len(answers), f"{work:.2f}"]
    print(*fields, sep="\t", flush=True)


def plain(path, questions):
    db = sqlite3.connect(path)
    db.execute("pragma cache_size = -500000")

    def ask(first, last):
        days = {"first": first, "last": last}
        count = sum(
            db.execute(f"select count(*) from mission where {where}", days).fetchone()[0]
            for where in (CERTAIN, POSSIBLE)
        )
        page = []
        for where in (CERTAIN, POSSIBLE):
            if len(page) < 20:
                page += db.execute(
                    f"select * from mission where {where} order by begin_earliest, name limit 20", days
                ).fetchall()
        return count

    for what, asked in questions.items():
        ask(*asked[0])
        times, answers, worked = [], [], time.process_time()
        for first, last in asked:
            begin = time.perf_counter()
            answers.append(ask(first, last))
            times.append(time.perf_counter() - begin)
        report(f"SQLite, two B-trees: {what}", times, answers, worked)


def tree(path, questions):
    """The trees count; the first page is sorted from what they find."""
    db = sqlite3.connect(path)
    db.execute("pragma cache_size = -500000")
    hits = "select id from {} where begin <= :last and finish >= :first"

    def ask(first, last):
        days = {"first": first, "last": last}
        certain, possible = (hits.format(name) for name in ("certain_tree", "possible_tree"))
        count = db.execute(f"select count(*) from ({possible})", days).fetchone()[0]
        db.execute(f"select count(*) from ({certain})", days).fetchone()
        page = db.execute(
            f"select * from mission where mission in ({certain}) order by begin_earliest, name limit 20", days
        ).fetchall()
        if len(page) < 20:
            db.execute(
                f"select * from mission where mission in ({possible}) order by begin_earliest, name limit 20", days
            ).fetchall()
        return count

    for what, asked in questions.items():
        ask(*asked[0])
        times, answers, worked = [], [], time.process_time()
        for first, last in asked:
            begin = time.perf_counter()
            answers.append(ask(first, last))
            times.append(time.perf_counter() - begin)
        report(f"SQLite, R*Tree: {what}", times, answers, worked)


async def datasette(path, questions):
    ds = Datasette([path], settings={"sql_time_limit_ms": 60000, "default_page_size": 20})
    await ds.invoke_startup()
    name = os.path.splitext(os.path.basename(path))[0]

    async def ask(first, last):
        count = 0
        for where in (CERTAIN, POSSIBLE):
            where = where.replace(":last", str(last)).replace(":first", str(first))
            response = await ds.client.get(
                f"/{name}/mission.json",
                params={"_where": where, "_sort": "begin_earliest", "_size": 20, "_shape": "objects"},
            )
            count += response.json()["filtered_table_rows_count"]
        return count

    for what, asked in questions.items():
        await ask(*asked[0])
        times, answers, worked = [], [], time.process_time()
        for first, last in asked:
            begin = time.perf_counter()
            answers.append(await ask(first, last))
            times.append(time.perf_counter() - begin)
        report(f"Datasette 0.65.5: {what}", times, answers, worked)


def main():
    register, listed = sys.argv[1:]
    days = [tuple(map(int, line.split("\t"))) for line in open(listed)]
    questions = {
        "on a day": [d for d in days if d[0] == d[1]],
        "during a period": [d for d in days if d[0] < d[1]],
    }
    path = register.removesuffix(".sqlite") + "-peers.sqlite"
    copy(register, path)
    plain(path, questions)
    tree(path, questions)
    asyncio.run(datasette(path, questions))
    os.remove(path)


main()
