"""Uses a running site as a reader does, in headless Chromium, with JavaScript and without: asks questions,
follows evidence to its passage, moves the timeline, prints; sees what another process reads meanwhile. Then
reads a dossier that tries everything a text can try in a browser, and opens every page of it.

Usage: reader.py ADDRESS CHROMIUM PROGRAM REGISTER FOLDER
Ends with 1 where something is wrong.
"""

import pathlib
import re
import subprocess
import sys

from playwright.sync_api import sync_playwright

address, chromium, program, register, folder = sys.argv[1].rstrip("/"), *sys.argv[2:6]
folder = pathlib.Path(folder)
checks = 0
wrong = []


def check(condition, words):
    global checks
    checks += 1
    if not condition:
        wrong.append(words)
        print("wrong:", words, flush=True)


def read(name, text):
    """Has another process read a dossier into the register."""
    (folder / name).write_text(text)
    subprocess.run(
        [program, "read", "--register", register, folder / name], check=True, capture_output=True
    )


def submit(page, form, **fields):
    """Fills in the form of a question on the page of all questions, and sends it."""
    page.goto(address + "/ask")
    box = page.locator(f"form[action='/{form}']")
    for name, value in fields.items():
        field = box.locator(f"[name='{name.replace('_', '-')}']")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    box.get_by_role("button").click()
    page.wait_for_url(re.compile(f"/{form}\\?"))
    for name, value in fields.items():
        check(
            page.locator(f"[name='{name.replace('_', '-')}']").first.input_value() == value,
            f"{form}: the answer repeats the question's {name}",
        )


def follow(page, link, words):
    """Follows a place to its passage: it is marked, in view, and says these words."""
    link.click()
    mark = page.locator("mark.asked").first
    mark.wait_for()
    height = page.viewport_size["height"]
    for _ in range(50):
        box = mark.bounding_box()
        if box is not None and -1 <= box["y"] and box["y"] + min(box["height"], 20) <= height:
            break
        page.wait_for_timeout(100)
    else:
        check(False, f"the passage “{words[:40]}” is in view")
    shown = " ".join("".join(page.locator("mark.asked").all_inner_texts()).split())
    check(" ".join(words.split()) == shown, f"“{words}” is marked, not “{shown}”")
    check(page.url.split("#b")[-1] == page.url.split("passage=")[1].split("#")[0], "the address names it")


def evidence(page, inside):
    """The first quote in a part of the page, and the link to its place."""
    quote = page.locator(f"{inside} .quote").first
    words = quote.locator("p bdi").inner_text()
    return quote.locator("a.place"), words


def ask(page):
    submit(page, "missions", on="2006-05-01", **{"in": "Iraq"})
    row = page.locator("table.missions tbody tr").first
    check("NTM-I" in row.inner_text() and row.locator(".badge.certainly").count() == 1, "NTM-I certainly ran")
    check(page.locator("table.missions tbody tr").count() == 1, "and no other in Iraq")
    follow(page, *evidence(page, "table.missions"))
    page.go_back()
    check("/missions?" in page.url and page.locator(".badge.certainly").count() == 1, "back to the answer")

    submit(page, "missions", on="2021-06-01", **{"in": "Iraq"})
    check(page.locator(".badge.possibly").count() > 0, "what is not known to the day is possible")

    submit(page, "totals", quantity="trained", **{"in": "Iraq"})
    titles = page.locator("section.total h2").all_inner_texts()
    check(len(titles) == len(set(titles)) > 1, f"each unit has a total of its own: {titles}")
    check("15,000 or more" in page.locator("section.total .dates").all_inner_texts(), "more than 15,000 people")
    follow(page, *evidence(page, "table.figures"))

    submit(page, "gaps", **{"in": "Iraq", "of": "NATO"})
    words = set(page.locator("table.stretches tbody .badge").all_inner_texts())
    check({"certainly", "possibly"} <= words, f"presence is told in three values: {words}")
    follow(page, *evidence(page, "table.stretches"))

    submit(page, "lineage", mission="NMI II")
    step = page.locator("ol.steps .step").first
    check("came before NMI II" in step.inner_text(), "NMI I came before NMI II")
    check(page.locator("figure.drawing svg").is_visible(), "the line is drawn")
    follow(page, *evidence(page, "ol.steps"))

    submit(page, "statements", resting_on="inherited")
    check(page.locator(".statement").count() > 0, "some statements rest on an inherited period")
    check(page.locator(".statement .badge", has_text="inherited").count() > 0, "and say so")

    submit(page, "missions", as_of="2020-01-01")
    check(page.locator(".remark.moment").count() == 1, "the page says that it shows an earlier day")
    check(page.locator("table.missions").count() == 0, "on which the register knew nothing")
    page.locator(".remark.moment a").click()
    check(page.locator("table.missions tbody tr").count() > 20, "and leads to what it knows now")


def move(page, script):
    """The timeline by links, and by keys where there is a script."""
    page.goto(address + "/timeline?during=2004%2F2011")
    seen = [page.url]
    for name in ["Closer", "Later", "Earlier", "Farther"]:
        page.get_by_role("link", name=name, exact=True).click()
        check(page.url not in seen or name == "Earlier", f"“{name}” leads to another window")
        check(page.locator("table.missions tbody tr").count() > 0, f"with the table ({name})")
        seen.append(page.url)
    page.get_by_role("link", name="All", exact=True).click()
    check("during" not in page.url, "“All” leads back to all")
    page.locator("svg.timeline a text").first.click()
    check(re.search("/missions/.+@", page.url) is not None, "a lane leads to its mission")
    page.go_back()
    page.set_viewport_size({"width": 360, "height": 800})
    image = page.locator("figure.drawing img").first
    image.scroll_into_view_if_needed()
    image.wait_for(state="visible", timeout=5000)
    check(not page.locator("svg.timeline").first.is_visible(), "where there is no room, it is drawn narrow")
    page.set_viewport_size({"width": 1280, "height": 720})
    if not script:
        return
    for key in ["+", "ArrowRight", "ArrowLeft", "-"]:
        before = page.url
        page.keyboard.press(key)
        page.wait_for_url(lambda url: url != before, timeout=5000)
        check("during=" in page.url, f"the key {key} moves the window")


def on_paper(page):
    """What is printed says where each quote stands, and leaves out what paper cannot do."""
    page.goto(address + "/missions?on=2006&in=Iraq")
    page.emulate_media(media="print")
    for part in ["header.site", "form.filters", "footer.site"]:
        check(not page.locator(part).first.is_visible(), f"{part} is not printed")
    places = page.locator(".quote a.place")
    for index in range(places.count()):
        cited = places.nth(index).evaluate("e => getComputedStyle(e, '::after').content")
        check("/sources/" in cited and "passage=" in cited, f"a quote is cited on paper: {cited}")
    check(len(page.pdf()) > 5000, "the page can be printed")
    page.emulate_media(media="screen")


def live(page, number):
    """What `annals read` adds in another process shows up without a restart."""
    page.goto(address + "/missions?on=1975-06-01")
    before = page.locator("table.missions tbody tr").count()
    read(f"new-{number}.txt", f"Late Observer Mission {number} (LOM-{number}): 1970-1980\n\n- It closed in 1980.\n")
    page.reload()
    check(page.locator("table.missions tbody tr").count() == before + 1, "a mission read meanwhile is there")


hostile = """
<script>window.ran=1;alert(1)</script> Missions </title><script>window.ran=2</script>
<base href="http://elsewhere.example/"><meta http-equiv="refresh" content="0;url=http://elsewhere.example/">
<link rel="stylesheet" href="http://elsewhere.example/a.css"><style>*{display:none}</style>

<img src=x onerror="window.ran=3"><img src="http://elsewhere.example/b.png"> Training Mission (EVIL-1): 2004–2011

- It was established in August 2004 <svg onload="window.ran=4"><a href="javascript:alert(5)">here</a></svg>.
- It ended on 31 December 2011 "><script>alert(6)</script>, see javascript:alert(7) and [this](javascript:alert(8)).
- It trained about 15,000 <iframe srcdoc="<script>parent.ran=9</script>"></iframe> officers \u202edrawkcab\u202c & more.
- EVIL-1 was followed by QM-2 ' onfocus='window.ran=10' autofocus='.

Quiet Mission <form action="http://elsewhere.example/"><button>Press</button></form> (QM-2): since 2021

- Ministers expanded the mission in February 2021 ]]>--><math><mtext></mtext><script>window.ran=11</script></math>.
- ${window.ran=12} {{7*7}} <a href="data:text/html,<script>alert(13)</script>">data</a>
"""


def attack(browser):
    """Every page of a malicious dossier is text, and asks for nothing elsewhere."""
    read("a<img src=x onerror=alert(14)>.md", hostile)
    read("plain.txt", hostile)
    read("page.html", f"<title>{hostile[:80]}</title><h1>Other Mission (OTH-3): 2001–2002</h1><p>{hostile}</p>")
    page = browser.new_page()
    stopped = []
    page.on("dialog", lambda d: (stopped.append(f"dialog {d.message}"), d.dismiss()))
    page.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:")) else stopped.append(f"asked for {r.url}"),
    )
    page.on(
        "console",
        lambda m: stopped.append(m.text) if re.search("Content.Security|Refused|violates", m.text) else None,
    )
    page.on("pageerror", lambda e: stopped.append(str(e)))
    page.goto(address + "/missions?lang=en")
    links = set(page.locator("table.missions th a").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    page.goto(address + "/sources")
    links |= set(page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    paths = sorted(link for link in links if link.startswith("/")) + [
        "/", "/missions?on=2006", "/timeline", "/timeline.svg", "/timeline?lanes=place", "/totals", "/gaps",
        "/lineage?mission=EVIL-1", "/lineage.svg?mission=EVIL-1", "/statements", "/search?q=mission",
        "/search?q=%3Cscript%3Ealert(15)%3C%2Fscript%3E", "/checks", "/history", "/review",
        "/missions?in=%22%3E%3Cscript%3Ealert(16)%3C/script%3E", "/lineage?mission=%3Csvg%20onload%3Dalert(17)%3E",
        "/missions.json", "/missions.csv", "/%3Cscript%3Ealert(18)%3C%2Fscript%3E",
    ]
    for path in paths:
        try:
            page.goto(address + path)
        except Exception as error:  # A file to be saved is no page.
            check("Download is starting" in str(error), f"{path}: {error}")
            continue
        page.wait_for_timeout(30)
        check(page.evaluate("typeof window.ran") == "undefined", f"{path}: a script of the dossier ran")
        foreign = page.evaluate(
            """() => [...document.querySelectorAll("script, base, iframe, object, embed, style, math, form, a")]
              .map((e) => e.src || e.href || e.action || e.outerHTML)
              .filter((text) => typeof text === "string" && !text.startsWith(location.origin))"""
        ) if not path.endswith((".json", ".csv")) and ".svg" not in path else []
        check(not foreign, f"{path}: {foreign}")
        check(not stopped, f"{path}: {stopped}")
        stopped.clear()
    return len(paths)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    for number, script in enumerate([True, False]):
        context = browser.new_context(java_script_enabled=script, locale="en-GB")
        page = context.new_page()
        page.goto(address + "/")
        check(page.get_by_role("link", name="5 sources").count() == 1 or number > 0, "five dossiers were read")
        ask(page)
        move(page, script)
        on_paper(page)
        live(page, number)
        context.close()
    paths = attack(browser)
    browser.close()
print(f"{checks} checks, {paths} pages of a malicious dossier, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
