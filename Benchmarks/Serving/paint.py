"""Opens pages of a running server in headless Chromium, each time with an empty cache, and prints a line each:
page, first contentful paint in milliseconds (median and greatest of the runs), what was sent for the page
itself and for all that it loads in KB, how many lanes or columns are drawn.

Usage: paint.py ADDRESS CHROMIUM [RUNS]
"""

import statistics
import sys

from playwright.sync_api import sync_playwright

address, chromium = sys.argv[1].rstrip("/"), sys.argv[2]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 9
pages = [
    "/timeline", "/timeline?during=1999", "/timeline?during=1999-06-01&kind=operation", "/", "/missions",
    "/missions?on=1999-06-01", "/ask", "/checks",
]

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    for path in pages:
        paints, own, all_of_it, drawn = [], 0, 0, 0
        for _ in range(runs + 1):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            network = context.new_cdp_session(page)
            network.send("Network.enable")
            sizes = []
            network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
            response = page.goto(address + path, wait_until="load")
            if response.status != 200:
                print(f"{path}\t{response.status}")
                break
            paint = page.evaluate(
                """() => new Promise((done) => new PerformanceObserver((list) => {
                  const entry = list.getEntriesByName('first-contentful-paint')[0];
                  if (entry) done(entry.startTime);
                }).observe({type: 'paint', buffered: true}))"""
            )
            paints.append(paint)
            own = len(response.body())
            all_of_it = sum(sizes)
            drawn = page.locator("svg.timeline > a").count()
            context.close()
        else:
            paints = paints[1:]
            print(
                f"{path:44} {statistics.median(paints):7.0f} ms {max(paints):7.0f} ms"
                f" {own / 1000:8.1f} KB {all_of_it / 1000:8.1f} KB {drawn:5} lanes", flush=True)
    browser.close()
