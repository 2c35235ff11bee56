"""Reviews the proposals of a running server in headless Chromium: three by keyboard, many at once with preview
and undo, and all of it again with JavaScript off. Tries what goes wrong on the way: a date that is none, keys
pressed in a field, a button pressed twice. Asks axe about each state of the page, and looks whether the
passage and the proposal are in view.

Usage: review.py ADDRESS LINK-THAT-SIGNS-IN CHROMIUM [FOLDER FOR SCREENSHOTS]
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
checks, wrong = 0, []


def check(condition, words):
    global checks
    checks += 1
    if not condition:
        wrong.append(words)
        print("wrong:", words, flush=True)


def counts(page):
    """How many statements have each verdict, as programs are told."""
    count = lambda state: page.request.get(f"{address}/review.json?state={state}&limit=1").json()["count"]
    return {state: count(state) for state in ["open", "accepted", "rejected", "amended"]}


def shown(page):
    """The statement that the page shows."""
    return page.locator(".proposal dd code").last.inner_text()


def in_view(page, locator):
    box = locator.bounding_box()
    size = page.viewport_size
    return box is not None and 0 <= box["y"] and box["y"] + min(box["height"], 60) <= size["height"]


def pictured(page, name):
    if shots:
        page.screenshot(path=f"{shots}/{name}.png")


def goes_on(page, act):
    """Does something that leads to another page, and waits for that."""
    with page.expect_navigation(wait_until="load"):
        act()


def by_keyboard(page):
    page.goto(address + "/review#passage")
    before, first = counts(page), shown(page)
    check(in_view(page, page.locator("#passage")), "the passage is in view")
    check(in_view(page, page.locator("#proposal")), "the proposal is in view beside it")
    for key in ["accept", "reject", "amend", "skip", "next"]:
        check(page.locator(f"[data-key={key}]").is_visible(), f"{key}: the key has a button")

    goes_on(page, lambda: page.keyboard.press("a"))
    check(shown(page) != first, "a: the next proposal is shown")
    page.locator("#proposal:focus").wait_for()
    page.locator("#said", has_text="accepted by A. Reader").wait_for(state="attached")
    heading = page.locator("#proposal").inner_text()
    check(heading in page.locator("#said").text_content(), "a: what was done and what comes next are announced")
    check("accepted by A. Reader" in page.locator("#status").inner_text(), "a: what was done is shown")
    check(in_view(page, page.locator("#passage")), "a: the passage of the next is in view")

    goes_on(page, lambda: page.keyboard.press("r"))

    third = shown(page)
    page.keyboard.press("e")
    check(page.locator("details.amend").get_attribute("open") is not None, "e: the correction opens")
    check(page.evaluate("document.activeElement.name") == "value", "e: the focus is in its first field")
    page.keyboard.type("arjk")
    check(shown(page) == third and counts(page)["open"] == before["open"] - 2, "keys do nothing in a field")
    page.keyboard.press("Escape")
    check(page.evaluate("document.activeElement.id") == "proposal", "Escape: back to the proposal")
    page.reload()
    page.keyboard.press("e")
    date = page.get_by_label("Date", exact=True)
    date.fill("3.2.2005")
    goes_on(page, lambda: page.keyboard.press("Enter"))
    check(date.input_value() == "3.2.2005", "what was typed is kept")
    check(page.evaluate("document.activeElement.name") == "valid", "the focus is on what is wrong")
    described = date.get_attribute("aria-describedby").split()[0]
    check("write a date such as" in page.locator(f"#{described}").inner_text(), "what is wrong is said beside it")
    pictured(page, "wrong-date-1280")
    axe_of(page, "a date that is none")
    date.fill("2005-02-03")
    goes_on(page, lambda: page.keyboard.press("Enter"))

    after = counts(page)
    check(after["open"] == before["open"] - 3, "three proposals are reviewed by keyboard")
    check([after[s] - before[s] for s in ["accepted", "rejected", "amended"]] == [1, 1, 1], "each as it was meant")

    fourth = shown(page)
    goes_on(page, lambda: page.keyboard.press("s"))
    fifth = shown(page)
    check(fifth != fourth, "s: skips")
    goes_on(page, lambda: page.keyboard.press("k"))
    check(shown(page) == fourth, "k: back")
    goes_on(page, lambda: page.keyboard.press("j"))
    check(shown(page) == fifth, "j: on")
    for count, what in enumerate(["amended", "rejected", "accepted"], 1):
        goes_on(page, lambda: page.keyboard.press("u"))
        check(f"Undone: 1 {what}" in page.locator(".notice").inner_text(), f"u: {what} is undone")
    check(shown(page) == first, "u: the undone proposal is shown")
    check(counts(page) == before, "all three are undone")

    # Pressed twice in a moment, it is done once.
    goes_on(page, lambda: page.locator("[data-key=accept]").dblclick(no_wait_after=True))
    check(counts(page)["accepted"] == before["accepted"] + 1, "a double click decides once")
    goes_on(page, lambda: page.keyboard.press("u"))
    check(counts(page) == before, "and is undone at once")


def choosing_keys(page):
    page.goto(address + "/review#passage")
    first, before = shown(page), counts(page)
    page.keyboard.press("?")
    check(page.locator("details.keys").get_attribute("open") is not None, "?: the keys are shown")
    pictured(page, "keys-1280")
    axe_of(page, "the keys")
    field = page.get_by_label("Accept", exact=True)
    field.fill("r")
    page.keyboard.press("Tab")
    check(page.locator("#keys-wrong").is_visible(), "a key that another has is not taken")
    field.fill("x")
    page.keyboard.press("Tab")
    check(not page.locator("#keys-wrong").is_visible(), "one that is free is")
    page.reload()
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    check(shown(page) == first and counts(page) == before, "the earlier key does nothing")
    goes_on(page, lambda: page.keyboard.press("x"))
    check(counts(page)["accepted"] == before["accepted"] + 1, "the chosen key accepts")
    goes_on(page, lambda: page.keyboard.press("u"))
    page.keyboard.press("?")
    page.get_by_label("Keys are on").uncheck()
    page.reload()
    for key in ["x", "r", "j"]:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    check(shown(page) == first and counts(page) == before, "switched off, keys do nothing")
    check(page.locator("kbd.hint").count() == 0, "and are not shown on the buttons")
    page.locator("details.keys summary").click()
    page.get_by_label("Keys are on").check()
    page.get_by_role("button", name="The usual keys").click()
    check(field.input_value() == "a", "the usual keys come back")


def many(page, name):
    page.goto(address + "/review#passage")
    before = counts(page)
    goes_on(page, lambda: page.locator(".facts a.only").first.click())
    check("mission=" in page.url, f"{name}: narrowed by the mission")
    count = page.request.get(page.url.split("#")[0].replace("/review?", "/review.json?")).json()["count"]
    check(1 < count < before["open"], f"{name}: to some, not to all")
    goes_on(page, lambda: page.get_by_role("link", name=re.compile("^Accept all")).click())
    said = page.locator("#count").inner_text()
    check(f"{count} statements would be accepted" in said, f"{name}: the preview counts {count}")
    check(page.locator(".samples li").count() == min(count, 20), f"{name}: the preview shows them")
    check(counts(page) == before, f"{name}: the preview does nothing")
    pictured(page, f"preview-1280-{name}")
    goes_on(page, lambda: page.get_by_role("button", name=f"Accept these {count}").click())
    check(counts(page)["accepted"] == before["accepted"] + count, f"{name}: they are accepted")
    check(f"{count} accepted" in page.locator(".undo").inner_text(), f"{name}: which is said")
    pictured(page, f"many-done-1280-{name}")
    goes_on(page, lambda: page.get_by_role("button", name="Undo").click())
    check(counts(page) == before, f"{name}: and undone at once")


def without_script(page):
    page.goto(address + "/review#passage")
    before, first = counts(page), shown(page)
    check(in_view(page, page.locator("#passage")), "no script: the passage is in view")
    check(in_view(page, page.locator("#proposal")), "no script: the proposal is in view beside it")
    check(not page.locator("details.keys").is_visible(), "no script: no keys are promised")
    page.locator(".verdicts textarea").fill("seen in the annex")
    goes_on(page, lambda: page.get_by_role("button", name="Accept", exact=True).click())
    check(shown(page) != first, "no script: the next proposal is shown")
    check(in_view(page, page.locator("#passage")), "no script: its passage is in view")
    goes_on(page, lambda: page.get_by_role("button", name="Reject", exact=True).click())
    page.locator("details.amend summary").click()
    date = page.get_by_label("Date", exact=True)
    date.fill("3.2.2005")
    goes_on(page, lambda: page.get_by_role("button", name="Record the correction").click())
    check(date.input_value() == "3.2.2005", "no script: what was typed is kept")
    check(page.locator(".amend .error").is_visible(), "no script: what is wrong is said")
    date.fill("2005-02-03")
    goes_on(page, lambda: page.get_by_role("button", name="Record the correction").click())
    after = counts(page)
    check([after[s] - before[s] for s in ["accepted", "rejected", "amended"]] == [1, 1, 1],
          "no script: three proposals are reviewed")
    fourth = shown(page)
    goes_on(page, lambda: page.get_by_role("link", name="Skip", exact=True).click())
    goes_on(page, lambda: page.get_by_role("link", name="Previous", exact=True).click())
    check(shown(page) == fourth, "no script: on and back")
    for _ in range(3):
        goes_on(page, lambda: page.get_by_role("button", name="Undo").click())
    check(counts(page) == before, "no script: all three are undone")


def axe_of(page, name):
    if page.evaluate("typeof document.defaultView.axe") == "undefined":
        page.evaluate(axe)
    found = page.evaluate("(levels) => axe.run({runOnly: levels})", levels)
    for violation in found["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        check(False, f"{name}: {violation['id']}: {violation['help']} {nodes}")


def look(browser, state):
    """The page as it is at all widths, in both schemes, and where colours are forced."""
    for scheme, width, forced in [
        ("light", 1280, None), ("dark", 1280, None), ("light", 360, None), ("dark", 360, None),
        ("light", 320, None), ("light", 1280, "active"),
    ]:
        context = browser.new_context(
            storage_state=state, viewport={"width": width, "height": 900}, color_scheme=scheme,
            forced_colors=forced or "none", reduced_motion="reduce",
        )
        page = context.new_page()
        stopped = []
        page.on("console", lambda m: stopped.append(m.text) if "Content Security" in m.text else None)
        page.on("pageerror", lambda e: stopped.append(str(e)))
        for number, path in enumerate([
            "/review#passage", "/review?property=closed#passage", "/review?mission=nobody",
            "/review/bulk?verdict=rejected&property=closed", "/review?lang=fr#passage",
        ]):
            page.goto(address + path)
            name = f"{path} ({scheme}, {width}{', forced colours' if forced else ''})"
            check(not stopped, f"{name}: stopped or failed: {stopped}")
            check(page.locator("h1").count() == 1, f"{name}: one heading of the first level")
            inner = page.evaluate("document.documentElement.scrollWidth")
            check(inner <= width, f"{name}: {inner} pixels wide")
            axe_of(page, name)
            if path.startswith("/review#"):
                check(in_view(page, page.locator("#passage")), f"{name}: the passage is in view")
                check(in_view(page, page.locator("#proposal")), f"{name}: the proposal is in view")
            pictured(page, f"{number}-{scheme}-{width}{'-forced' if forced else ''}")
        context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(address + "/review")
    check(page.locator("form[method=post]").count() == 0, "who is not signed in finds no forms")
    check(page.locator(".proposal a[href*='/sign-in']").is_visible(), "but the way to them")
    page.goto(link)
    goes_on(page, lambda: page.locator("main form button").first.click())
    state = context.storage_state()
    by_keyboard(page)
    choosing_keys(page)
    many(page, "script")
    plain = browser.new_context(
        storage_state=state, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = plain.new_page()
    page.set_default_timeout(10_000)
    without_script(page)
    many(page, "no-script")
    look(browser, state)
    browser.close()
print(f"{checks} checks, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
