"""Opens every page of a running server in headless Chromium: with and without JavaScript, light and dark,
wide and narrow, with forced colours and reduced motion. Looks for what axe finds wrong (WCAG 2.2, levels A
and AA), for pages wider than their window, for targets smaller than 24 pixels, for a focus that cannot be
seen, and for what the content security policy had to stop; follows evidence to its passage by mouse and by
keyboard.

Usage: check.py ADDRESS CHROMIUM [FOLDER FOR SCREENSHOTS]
Ends with 1 where something is wrong.
"""

import importlib.resources
import re
import sys

from playwright.sync_api import sync_playwright

address, chromium = sys.argv[1].rstrip("/"), sys.argv[2]
shots = sys.argv[3] if len(sys.argv) > 3 else None
axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
wrong = []


def check(condition, words):
    if not condition:
        wrong.append(words)
        print("wrong:", words, flush=True)


def addresses(page):
    """One address of each kind, found by following links from the first page."""
    page.goto(address + "/missions")
    mission = page.locator("table.missions th a").first.get_attribute("href")
    page.goto(address + mission)
    passage = page.locator(".quote a.place").first.get_attribute("href")
    return [
        "/", "/missions", "/missions?on=2006", "/missions?on=2006&lang=fr", mission, "/timeline",
        "/timeline?lanes=organisation", "/ask", "/totals?quantity=trained", "/totals?quantity=nothing",
        "/gaps?in=Iraq", "/gaps?lang=fr", "/lineage", "/lineage?mission=NMI%20II", "/statements?limit=20",
        "/review", "/search?q=mission", "/checks", "/history", "/sources", passage, "/missions?on=yesterday",
        "/missions?as-of=2020-01-01",
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


def look(browser, paths, script):
    for scheme, width in [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 360)]:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script,
            bypass_csp=False,
        )
        page = context.new_page()
        stopped = []
        page.on("console", lambda m: stopped.append(m.text) if "Content Security" in m.text else None)
        for number, path in enumerate(paths):
            page.goto(address + path)
            name = f"{path} ({scheme}, {width}, {'with' if script else 'without'} script)"
            check(page.locator("h1").count() == 1, f"{name}: one heading of the first level")
            check(not stopped, f"{name}: the policy stopped {stopped}")
            if script:
                # The protocol's own evaluation is not bound by the page's policy.
                inner = page.evaluate("document.documentElement.scrollWidth")
                check(inner <= width, f"{name}: {inner} pixels wide")
                page.evaluate(axe)
                found = page.evaluate("(levels) => axe.run({runOnly: levels})", levels)
                for target in page.evaluate(small)[:5]:
                    check(False, f"{name}: too small a target: {target}")
                for violation in found["violations"]:
                    nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                    check(False, f"{name}: {violation['id']}: {violation['help']} {nodes}")
            if shots and script:
                page.screenshot(path=f"{shots}/{number:02}-{scheme}-{width}.png", full_page=True)
        context.close()


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
            if forced == "active":
                page.evaluate(axe)
                found = page.evaluate("(levels) => axe.run({runOnly: levels})", levels)
                for violation in found["violations"]:
                    check(False, f"{name}: {violation['id']}: {violation['help']}")
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
    check("#n" in page.url, "a passage leads to what is stated from it, by keyboard")
    page.locator(".note a.back").first.click()
    check("#b" in page.url, "and back")
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
    for script in [True, False]:
        look(browser, paths, script)
        follow(browser, script)
    tab(browser, paths)
    browser.close()
print(f"{len(paths)} pages, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
