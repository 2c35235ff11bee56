"""Opens every page of a running server in headless Chromium: with and without JavaScript, light and dark,
wide and narrow, with forced colours and reduced motion. Looks for what axe finds wrong (WCAG 2.2, levels A
and AA), for pages wider than their window, for targets smaller than 24 pixels, for a focus that cannot be
seen, and for what the content security policy had to stop; follows evidence to its passage by mouse and by
keyboard. Pages for those who sign in are opened signed in.

Usage: check.py ADDRESS LINK-THAT-SIGNS-IN CHROMIUM [FOLDER FOR SCREENSHOTS]
Ends with 1 where something is wrong.
"""

import importlib.resources
import re
import sys

from playwright.sync_api import sync_playwright

address, link, chromium = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3]
shots = sys.argv[4] if len(sys.argv) > 4 else None
axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
wrong = []


def check(condition, words):
    if not condition:
        wrong.append(words)
        print("wrong:", words, flush=True)


def addresses(page):
    """One address of each kind, found by following links from the first page."""
    first = lambda path, where: page.goto(address + path) and page.locator(where).first.get_attribute("href")
    mission = first("/missions", "table.missions th a")
    passage = first(mission, ".quote a.place")
    source = first("/sources", "main a[href^='/sources/']")
    lanes = [f"/timeline?lanes={by}" for by in ["organisation", "place", "kind"]]
    return [
        "/", "/missions", "/missions?on=2006", "/missions?on=2006&lang=fr", "/missions?during=1830/1831",
        "/missions?as-of=2020-01-01", mission, mission + "?lang=fr", "/timeline", *lanes,
        "/timeline?during=2004/2011", "/ask", "/totals?quantity=trained", "/totals?quantity=nothing", "/gaps?in=Iraq",
        "/gaps?lang=fr", "/lineage", "/lineage?mission=NMI%20II", "/lineage?mission=nobody", "/statements?limit=20",
        "/statements?resting-on=inherited", "/review", "/review?mission=nobody", "/review/dropped", "/review/bulk?verdict=accepted",
        "/search", "/search?q=mission", "/search?q=zebra", "/checks", "/checks?lang=fr", "/history", "/sources",
        source, passage, "/sign-in", "/sign-in?lang=fr", "/missions?on=yesterday", "/missions?colour=red", "/nowhere",
        "/missions/nobody",
    ]


# What those see who are signed in.
signed = [
    "/", "/review", "/review?lang=fr", "/review/bulk?verdict=accepted", "/review/bulk?verdict=rejected&property=closed",
    "/sources", "/checks", "/history", "/missions/nobody",
]


# Links in a line of text may be smaller (WCAG 2.5.8, exception "inline").
small = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((e) => {
    const box = e.getBoundingClientRect();
    const inline = e.tagName === "A" && getComputedStyle(e).display === "inline";
    return box.width > 0 && !inline && !e.closest(".skip") && e.type !== "hidden"
      && (box.width < 24 || box.height < 24);
  })
  .map((e) => { const b = e.getBoundingClientRect();
    return `${e.outerHTML.slice(0, 90)} ${b.width.toFixed(1)} x ${b.height.toFixed(1)}`; })"""

# What has the focus must be within the window, drawn around, and not under something else.
focus = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const boxes = [...e.getClientRects()], style = getComputedStyle(e);
  const box = boxes[0] || e.getBoundingClientRect();
  const x = box.x + Math.min(4, box.width / 2), y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  return {
    name: e.outerHTML.slice(0, 90),
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    drawn: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    free: !!top && (e.contains(top) || top.contains(e)),
  };
}"""


def inspect(page, name, width):
    """What is wrong with the page that is shown."""
    # The protocol's own evaluation is not bound by the page's policy.
    inner = page.evaluate("document.documentElement.scrollWidth")
    check(inner <= width, f"{name}: {inner} pixels wide")
    for target in page.evaluate(small)[:5]:
        check(False, f"{name}: too small a target: {target}")
    page.evaluate(axe)
    found = page.evaluate("(levels) => axe.run({runOnly: levels})", levels)
    for violation in found["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        check(False, f"{name}: {violation['id']}: {violation['help']} {nodes}")


def look(browser, paths, script, state=None):
    """Every page in both schemes, at each width and with forced colours; without script once, as axe needs it."""
    every = [
        ("light", 1280, None), ("dark", 1280, None), ("light", 360, None), ("dark", 360, None), ("light", 320, None),
        ("light", 1280, "active"), ("dark", 320, "active"),
    ]
    who = "reader" if state is None else "author"
    for scheme, width, forced in every if script else [("light", 320, None)]:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script,
            forced_colors=forced or "none", bypass_csp=False, storage_state=state,
        )
        page = context.new_page()
        stopped = []
        page.on("console", lambda m: stopped.append(m.text) if "Content Security" in m.text else None)
        page.on("pageerror", lambda e: stopped.append(str(e)))
        for number, path in enumerate(paths):
            page.goto(address + path)
            kind = f"{scheme}{', forced colours' if forced else ''}, {width}"
            name = f"{path} ({who}, {kind}, {'with' if script else 'without'} script)"
            check(page.locator("h1").count() == 1, f"{name}: one heading of the first level")
            check(not stopped, f"{name}: stopped or failed: {stopped}")
            stopped.clear()
            if not script:
                continue
            inspect(page, name, width)
            if shots and width != 320 and not forced:
                page.screenshot(path=f"{shots}/{who}-{number:02}-{scheme}-{width}.png", full_page=True)
        if state is not None and script:
            sent(page, f"{who}, {scheme}, {width}", width)
        context.close()


def sent(page, kind, width):
    """The pages that answer a form: a correction that is none, and what became of documents."""
    page.goto(address + "/review")
    page.locator("details.amend summary").click()
    page.locator("details.amend [name=valid], details.amend [name=value]").first.fill("3.2.2005")
    page.locator("details.amend button").first.click()
    inspect(page, f"/review, corrected ({kind})", width)
    page.goto(address + "/sources")
    page.locator("input[type=file]").set_input_files([
        {"name": "note.txt", "mimeType": "text/plain", "buffer": b"UNIFIL: since 1978\n"},
        {"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b"none"},
    ])
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    check(page.locator("main table, main ul, main dl").count() > 0, f"what became of uploads is shown ({kind})")
    inspect(page, f"/sources, uploaded ({kind})", width)
    if shots and width != 320:
        page.screenshot(path=f"{shots}/author-uploaded-{kind.replace(', ', '-')}.png", full_page=True)


def printed(browser, paths):
    """Each page on paper, to be looked at."""
    page = browser.new_context(viewport={"width": 794, "height": 1123}, color_scheme="dark").new_page()
    for number, path in enumerate(paths):
        page.goto(address + path)
        page.pdf(path=f"{shots}/print-{number:02}.pdf", format="A4", print_background=True)


def tab(browser, paths):
    """Every stop of the keyboard is seen; with forced colours and reduced motion as well."""
    for forced, width in [("none", 1280), ("active", 1280), ("none", 320)]:
        context = browser.new_context(
            viewport={"width": width, "height": 700}, forced_colors=forced, reduced_motion="reduce"
        )
        page = context.new_page()
        for path in paths:
            page.goto(address + path)
            name = f"{path} ({width}, forced colours {forced})"
            for _ in range(60):
                page.keyboard.press("Tab")
                at = page.evaluate(focus)
                if at is None:
                    break
                for fact in ["seen", "drawn", "free"]:
                    check(at[fact], f"{name}: the focus is not {fact} on {at['name']}")
            moving = page.evaluate(
                "document.getAnimations().filter((a) => a.playState === 'running').length")
            check(moving == 0, f"{name}: {moving} animations run although motion is to be reduced")
        context.close()


def follow(browser, script):
    """From the question to the words that answer it."""
    page = browser.new_context(java_script_enabled=script).new_page()
    page.goto(address + "/")
    page.get_by_label("Which missions were running on").fill("2006-05-01")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("on=2006-05-01"), timeout=5000)
    check(page.locator(".badge.certainly").count() > 0, "something is answered certainly")
    page.locator(".quote a.place").first.click()
    check("#b" in page.url, "evidence leads to its passage")
    mark = page.locator("mark.asked").first
    check(mark.is_visible(), "the passage is marked")
    height = page.viewport_size["height"]
    for _ in range(50):
        box = mark.bounding_box()
        is_seen = box is not None and -1 <= box["y"] < height
        if is_seen:
            break
        page.wait_for_timeout(100)
    check(is_seen, "the passage is in view")
    link = page.locator("mark a").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#n"), timeout=5000)
    page.locator(".note a.back").first.click()
    page.wait_for_url(re.compile("#b"), timeout=5000)
    page.goto(address + "/missions")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    check(page.url.endswith("#content"), "the first stop of the keyboard skips to the content")
    if script:
        page.goto(address + "/timeline?during=2004/2011")
        page.keyboard.press("+")
        page.wait_for_url(re.compile("during=2005-12-31"), timeout=5000)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    page = browser.new_page()
    paths = addresses(page)
    context = browser.new_context()
    page = context.new_page()
    page.goto(link)
    inspect(page, "the page of the link", 1280)
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    state = context.storage_state()
    for script in [True, False]:
        look(browser, paths, script)
        look(browser, signed, script, state)
        follow(browser, script)
    tab(browser, paths)
    if shots:
        printed(browser, paths)
    browser.close()
print(f"{len(paths) + len(signed) + 3} pages, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
