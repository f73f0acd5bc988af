/** `<claim-check>` on host pages: the examples, other origins, strict policies, careless hosts, broken files. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { accessibilityFaults, closeAll, dist, launch, marked, marks, open, root, serve, shots } from "./lib.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(dist);
  browser = await launch();
});
after(closeAll);

const STORY = `<article id="story"><p>LY said that 519,000 items leaked.</p><p>Credit card numbers were among the leaked data.</p></article>`;

/**
 * A host page of a test's own, at /host.html of a server whose other files are those of dist/.
 * @param {string} html
 * @param {Record<string, (response: import("node:http").ServerResponse) => void>} [answers] by path
 * @param {string} [head]
 */
async function host(html, answers = {}, head = "") {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${head}
<script>window.told = []; for (const name of ["report", "select", "error"]) document.addEventListener("claim-check-" + name, ({ detail }) => told.push({ name, code: detail?.code, message: detail?.message, file: detail?.file, verdict: detail?.verdict, claim: detail?.claim?.text }));</script>
<script type="module" src="claim-check-define.js"></script><body>${html}</body></html>`;
  return serve(dist, 0, (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/host.html") return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page), true;
    if (answers[path]) return answers[path](response), true;
    return false;
  });
}

/** @param {import("playwright-core").Page} page @param {string} name */
const told = (page, name) => page.waitForFunction((event) => /** @type {any} */ (window).told.find((/** @type {any} */ one) => one.name === event), name).then((handle) => handle.jsonValue());

describe("the examples", () => {
  for (const name of ["plain", "article", "two", "strict-csp"]) {
    it(`${name}.html works and is photographed`, async () => {
      const { page, faults, requests, close } = await open(browser, { viewport: { width: 1100, height: 1150 } });
      await page.goto(`${server.url}examples/${name}.html`);
      await marked(page, 2);
      await page.waitForFunction(() => [...document.querySelectorAll("claim-check")].every((element) => element.shadowRoot?.querySelector(".cc-item")));
      assert.deepEqual(faults, []);
      for (const { url, method } of requests) assert.ok(method === "GET" && url.startsWith(server.url), url);
      assert.equal(requests.filter(({ url }) => url.endsWith("/worker.js")).length, 1, "elements share one worker");
      assert.equal(requests.filter(({ url }) => url.endsWith(".base")).length, 1, "elements share one base");
      if (name !== "article") assert.deepEqual(await accessibilityFaults(page), []);
      await page.screenshot({ path: join(shots, `example-${name}.png`), fullPage: true });
      await close();
    });
  }

  it("article.html: marks what a reader sees, opens a card beside it, and leaves the host's DOM alone", async () => {
    const { page, close } = await open(browser, { viewport: { width: 1100, height: 900 }, javaScriptEnabled: true });
    await page.goto(`${server.url}examples/article.html`);
    const untouched = await readFile(join(dist, "examples/article.html"), "utf8");
    await marked(page, 5);
    const texts = (await marks(page)).map(([, text]) => text.replace(/\s+/g, " "));
    assert.ok(texts.some((text) => text.includes("440,000 items of personal data had leaked")), texts.join("\n"));
    assert.ok(!texts.some((text) => /[6789] million/.test(text)), "hidden text is not checked");
    assert.ok(!texts.some((text) => /leaked\.?1/.test(text)), "note numbers are left out");
    const html = await page.evaluate(() => document.getElementById("story")?.outerHTML ?? "");
    assert.ok(untouched.replace(/\r/g, "").includes(html.split("\n")[1].trim()), "the article is as the server sent it");
    assert.equal(await page.evaluate(() => document.querySelectorAll("#story *").length), (untouched.match(/<article[\s\S]*<\/article>/)?.[0].match(/<[a-z]/g) ?? []).length - 1);
    const place = await page.evaluate(() => {
      const range = [...(CSS.highlights.get("claimcheck-conflicting") ?? [])][0];
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const box = range.getClientRects()[0];
      return { x: box.left + 30, y: box.top + box.height / 2 };
    });
    await page.mouse.click(place.x, place.y);
    await page.waitForFunction(() => document.querySelector("claim-check")?.shadowRoot?.querySelector(".card:popover-open .cc-details"));
    await page.screenshot({ path: join(shots, "embed-card.png") });
    if (process.env.DOCS) await page.screenshot({ path: join(root, "docs/embed.png") });
    const href = await page.evaluate(() => document.querySelector("claim-check")?.shadowRoot?.querySelector(".card a")?.getAttribute("href"));
    assert.ok(href?.startsWith(`${server.url}sources/`), String(href));
    await page.mouse.click(5, 5);
    await close();
  });

  it("iframe.html works, and a sandboxed frame checks on its own thread", async () => {
    const { page, close } = await open(browser);
    await page.goto(`${server.url}examples/iframe.html`);
    for (const frame of page.frames().slice(1)) {
      await frame.waitForFunction(() => (CSS.highlights.get("claimcheck-conflicting")?.size ?? 0) > 0);
    }
    const sandboxed = page.frames()[2];
    assert.match(await sandboxed.evaluate(() => document.querySelector("claim-check")?.shadowRoot?.querySelector(".status")?.textContent ?? ""), /own thread/);
    await page.screenshot({ path: join(shots, "example-iframe.png") });
    await close();
  });

  it("cross-origin.html works on a host of another origin, without a worker, and says so once", async () => {
    const example = (await readFile(join(root, "examples/cross-origin.html"), "utf8")).replace("https://checker.example/", server.url);
    const other = await serve(join(root, "examples"), 0, (request, response) => request.url === "/host.html" && Boolean(response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(example)));
    const { page, requests, close } = await open(browser);
    /** @type {string[]} */
    const notices = [];
    page.on("console", (message) => message.type() === "info" && notices.push(message.text()));
    await page.goto(`${other.url}host.html`);
    await marked(page, 2);
    assert.equal(notices.filter((text) => text.includes("own thread")).length, 1);
    for (const { url, method } of requests) assert.ok(method === "GET" && (url.startsWith(server.url) || url.startsWith(other.url)), url);
    const href = await page.evaluate(async () => {
      const root = document.querySelector("claim-check")?.shadowRoot;
      while (!root?.querySelector(".cc-item")) await new Promise((resolve) => setTimeout(resolve, 50));
      /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".cc-item")]).at(-1)?.click();
      return root.querySelector(".cc-card a")?.getAttribute("href");
    });
    assert.ok(href?.startsWith(`${server.url}sources/`), `links lead to the base's own origin: ${href}`);
    await page.screenshot({ path: join(shots, "example-cross-origin.png") });
    await close();
    await other.close();
  });

  it("without JavaScript the fallback text is there", async () => {
    const { page, close } = await open(browser, { javaScriptEnabled: false });
    await page.goto(`${server.url}examples/plain.html`);
    assert.ok(await page.isVisible("claim-check p"));
    await close();
  });
});

describe("the element", () => {
  it("tells reports and choices, and gives the report", async () => {
    const site = await host(`${STORY}<claim-check for="story" as-of="2024-03-10"></claim-check>`);
    const { page, faults, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    assert.equal((await told(page, "report")).verdict, "conflicting");
    await marked(page, 2);
    const report = await page.evaluate(() => /** @type {any} */ (document.querySelector("claim-check")).report);
    assert.equal(report.asOf, "2024-03-10");
    assert.equal(report.claims.length, 2);
    const place = await page.evaluate(() => {
      const box = /** @type {Element} */ (document.querySelector("#story p:last-child")).getClientRects()[0];
      return { x: box.left + 20, y: box.top + box.height / 2 };
    });
    await page.mouse.click(place.x, place.y);
    assert.match((await told(page, "select")).claim, /^Credit card/);
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });

  it("survives a host that edits, moves, clones, re-renders and removes", async () => {
    const site = await host(`<div id="a">${STORY}<claim-check for="story"></claim-check></div><div id="b"></div>`);
    const { page, faults, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await marked(page, 2);
    // quick edits
    await page.evaluate(async () => {
      const paragraph = /** @type {HTMLElement} */ (document.querySelector("#story p"));
      for (let i = 0; i < 50; i++) {
        paragraph.textContent = `LY said that ${i},519,000 items leaked in all.`;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      paragraph.textContent = "The final text says that 519,000 items leaked.";
    });
    await page.waitForFunction(() => ["conflicting", "unsupported", "supported"].some((verdict) => [...(CSS.highlights.get(`claimcheck-${verdict}`) ?? [])].some((range) => String(range).startsWith("The final text"))));
    assert.equal((await marks(page)).length, 2);
    // moved, with its text
    await page.evaluate(() => document.getElementById("b")?.append(.../** @type {HTMLElement} */ (document.getElementById("a")).childNodes));
    await marked(page, 2);
    // re-rendered
    await page.evaluate(() => {
      const story = /** @type {HTMLElement} */ (document.getElementById("story"));
      const copy = /** @type {HTMLElement} */ (story.cloneNode(true));
      copy.firstElementChild?.append(" A new sentence says that 12 items leaked.");
      story.replaceWith(copy);
    });
    await page.waitForFunction(() => ["conflicting", "unsupported", "supported"].some((verdict) => [...(CSS.highlights.get(`claimcheck-${verdict}`) ?? [])].some((range) => String(range).includes("A new sentence") && range.startContainer.isConnected)));
    // cloned: a second element over the same text marks it, too, and takes away only its own marks
    const settled = await page.waitForFunction(() => {
      const { report } = /** @type {any} */ (document.querySelector("claim-check"));
      const painted = ["conflicting", "unsupported", "supported"].reduce((sum, verdict) => sum + (CSS.highlights.get(`claimcheck-${verdict}`)?.size ?? 0), 0);
      return report?.claims.length === painted && report.claims.some((/** @type {any} */ claim) => claim.text.includes("A new sentence")) && painted;
    });
    const before = Number(await settled.jsonValue());
    await page.evaluate(() => document.body.append(/** @type {Element} */ (document.querySelector("claim-check")).cloneNode(true)));
    await marked(page, before * 2);
    await page.evaluate(() => document.querySelectorAll("claim-check")[1].remove());
    await page.waitForFunction((count) => ["conflicting", "unsupported", "supported"].reduce((sum, verdict) => sum + (CSS.highlights.get(`claimcheck-${verdict}`)?.size ?? 0), 0) === count, before);
    // the text goes: an error that says so; it comes back: marks
    await page.evaluate(() => document.getElementById("story")?.remove());
    assert.match((await told(page, "error")).message, /“story”/);
    assert.deepEqual(await marks(page), []);
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p id="story">Credit card numbers were among the leaked data.</p>'));
    await marked(page, 1);
    // the element goes: no mark and no style is left
    await page.evaluate(() => document.querySelector("claim-check")?.remove());
    await page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });

  it("leaves other scripts' highlights alone", async () => {
    const site = await host(`${STORY}<claim-check for="story"></claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await marked(page, 2);
    await page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(/** @type {Node} */ (document.querySelector("#story p")));
      CSS.highlights.get("claimcheck-conflicting")?.add(range);
      CSS.highlights.set("search", new Highlight(range));
      document.querySelector("claim-check")?.remove();
    });
    await page.waitForFunction(() => CSS.highlights.get("claimcheck-conflicting")?.size === 1 && CSS.highlights.has("search"));
    await close();
    await site.close();
  });

  it("says when `for` names nothing, takes nonsense attributes, and a late element", async () => {
    const site = await host(`<claim-check for="nothing" as-of="next Tuesday" lang="xx-nonsense" base=""></claim-check>`);
    const { page, faults, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await page.waitForFunction(() => /** @type {any} */ (window).told.filter((/** @type {any} */ one) => one.name === "error").length >= 2);
    const errors = (await page.evaluate(() => /** @type {any} */ (window).told)).filter((/** @type {any} */ one) => one.name === "error");
    assert.deepEqual(errors.map((/** @type {any} */ one) => one.code).sort(), ["date", "target"]);
    const status = () => page.evaluate(() => document.querySelector("claim-check")?.shadowRoot?.querySelector(".status")?.textContent ?? "");
    await page.waitForFunction(() => !/Loading/.test(document.querySelector("claim-check")?.shadowRoot?.querySelector(".status")?.textContent ?? "Loading"));
    assert.match(await status(), /“nothing”[\s\S]*|next Tuesday[\s\S]*“nothing”/, "what is wrong stays in sight after loading");
    assert.match(await status(), /next Tuesday/);
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p id="nothing">LY said that 519,000 items leaked.</p>'));
    await marked(page, 1);
    assert.doesNotMatch(await status(), /“nothing”/);
    await page.evaluate(() => document.querySelector("claim-check")?.setAttribute("as-of", "2024-03-10"));
    await page.waitForFunction(() => document.querySelector("claim-check")?.shadowRoot?.querySelector(".status")?.textContent === "");
    await page.evaluate(() => document.querySelector("claim-check")?.setAttribute("as-of", "2024-02-31"));
    await page.waitForFunction(() => /2024-02-31/.test(document.querySelector("claim-check")?.shadowRoot?.querySelector(".status")?.textContent ?? ""));
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });

  /** @type {[string, string, (response: import("node:http").ServerResponse) => void, RegExp, RegExp][]} */
  const broken = [
    ["answers 404", "missing.base", (response) => response.writeHead(404).end("no"), /^network$/, /404/],
    ["is an HTML page", "page.base", (response) => response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>"), /^base/, /./],
    ["is half a file", "half.base", async (response) => { const whole = await readFile(join(dist, "ly-data-breach.base")); response.writeHead(200).end(whole.subarray(0, whole.length >> 1)); }, /^base/, /./],
    ["is empty", "empty.base", (response) => response.writeHead(200).end(), /^base/, /./],
    ["breaks off", "broken.base", (response) => { response.writeHead(200, { "content-length": "100000" }); response.write("CLAIM"); setTimeout(() => response.destroy(), 50); }, /^network$/, /./],
  ];
  for (const [what, file, answer, code, message] of broken) {
    it(`says so where the base ${what}, and loads a good one after it`, async () => {
      const site = await host(`${STORY}<claim-check for="story" base="${file}"></claim-check>`, { [`/${file}`]: answer });
      const { page, close } = await open(browser);
      /** @type {string[]} */
      const thrown = [];
      page.on("pageerror", (fault) => thrown.push(String(fault)));
      await page.goto(`${site.url}host.html`);
      const error = await told(page, "error");
      assert.match(error.code, code);
      assert.match(error.message, message);
      assert.ok(error.file?.endsWith(file), `the file is named: ${error.file}`);
      assert.ok(await page.locator("claim-check >> text=Try again").isVisible());
      await page.evaluate(() => document.querySelector("claim-check")?.setAttribute("base", "ly-data-breach.base"));
      await marked(page, 2);
      assert.deepEqual(thrown, []);
      await close();
      await site.close();
    });
  }

  it("gives up a base that never comes, and says so", async () => {
    const site = await host(`${STORY}<claim-check for="story" base="silent.base"></claim-check>`, { "/silent.base": () => {} });
    const { page, close } = await open(browser);
    // Nobody wants a test to wait the half minute that a reader would.
    await page.addInitScript(() => {
      const real = AbortSignal.timeout;
      AbortSignal.timeout = (wait) => real.call(AbortSignal, wait / 60);
    });
    await page.goto(`${site.url}host.html`);
    const error = await told(page, "error");
    assert.equal(error.code, "network");
    assert.match(error.message, /in time/);
    assert.ok(error.file.endsWith("silent.base"));
    assert.ok(await page.locator("claim-check >> text=Try again").isVisible());
    await close();
    await site.close();
  });

  it("keeps what was loaded before in use where another base fails", async () => {
    const site = await host(`${STORY}<claim-check for="story" as-of="2024-03-10"></claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await marked(page, 2);
    await page.evaluate(() => document.querySelector("claim-check")?.setAttribute("base", "missing.base"));
    await told(page, "error");
    await page.waitForTimeout(1500); // longer than a checker lingers that nobody uses
    await page.evaluate(() => document.querySelector("#story")?.append("LY runs the Line app."));
    await page.waitForFunction(() => ["supported"].some((verdict) => [...(CSS.highlights.get(`claimcheck-${verdict}`) ?? [])].some((range) => String(range).includes("Line app"))));
    const errors = (await page.evaluate(() => /** @type {any} */ (window).told)).filter((/** @type {any} */ one) => one.name === "error");
    assert.equal(errors.length, 1);
    await close();
    await site.close();
  });

  it("shows the texts of a base as text, whatever they look like", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claimcheck-"));
    const said = 'Acme said that 12,345 widgets broke <img src=x onerror="window.hacked=1"> on 3 May 2024.';
    writeFileSync(join(folder, "<b>memo.txt"), said);
    execFileSync(resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "release/claimcheck"), ["compile", join(folder, "<b>memo.txt"), "-o", join(folder, "hostile.base")]);
    const base = readFileSync(join(folder, "hostile.base"));
    rmSync(folder, { recursive: true });
    const site = await host(`<article id="story"><p>Acme said that 99 widgets broke.</p></article><claim-check for="story" as-of="2024-06-10" base="hostile.base"></claim-check>`, { "/hostile.base": (response) => void response.writeHead(200).end(base) });
    const { page, requests, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await page.locator("claim-check .cc-item").click();
    const shown = await page.evaluate(() => {
      const root = document.querySelector("claim-check")?.shadowRoot;
      return { words: root?.querySelector(".cc-details")?.textContent ?? "", images: root?.querySelectorAll("img, b:not(.cc-item-why b)").length, hacked: /** @type {any} */ (window).hacked };
    });
    assert.match(shown.words, /onerror="window\.hacked=1"/);
    assert.equal(shown.images, 0);
    assert.equal(shown.hacked, undefined);
    assert.ok(requests.every(({ url }) => !url.endsWith("/x")));
    await close();
    await site.close();
  });

  it("puts its card away on Escape and on a press elsewhere, wherever the focus is", async () => {
    const site = await host(`<main style="min-height: 60vh">${STORY}</main><p id="else">Elsewhere</p><claim-check for="story" as-of="2024-03-10"></claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await marked(page, 2);
    const isOpen = () => page.evaluate(() => Boolean(document.querySelector("claim-check")?.shadowRoot?.querySelector(".card:popover-open")));
    for (const leave of [() => page.keyboard.press("Escape"), () => page.click("#else")]) {
      const box = /** @type {{x: number, y: number, height: number}} */ (await page.locator("#story p").last().boundingBox());
      await page.mouse.click(box.x + 20, box.y + box.height / 2);
      assert.ok(await isOpen());
      await leave();
      assert.equal(await isOpen(), false);
      assert.equal(await page.evaluate(() => CSS.highlights.has("claimcheck-selected")), false);
    }
    await close();
    await site.close();
  });

  it("is complete by keyboard, and says where a key led", async () => {
    const site = await host(`<button id="before">Before</button><claim-check as-of="2024-03-10">LY said that 519,000 items leaked. Credit card numbers were among the leaked data.</claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await page.locator("claim-check .cc-item").first().waitFor();
    const inside = () => page.evaluate(() => {
      const active = document.querySelector("claim-check")?.shadowRoot?.activeElement;
      return active?.getAttribute("aria-label") ?? active?.textContent ?? "";
    });
    await page.focus("#before");
    await page.keyboard.press("Tab");
    assert.equal(await inside(), "Your draft");
    await page.keyboard.press("F9");
    await page.waitForFunction(() => /^Conflicting.*Credit card.*Claim 2 of 2/.test(document.querySelector("claim-check")?.shadowRoot?.querySelector(".unseen")?.textContent ?? ""));
    await page.keyboard.press("Escape");
    for (let i = 0; i < 6; i++) await page.keyboard.press("Tab");
    assert.match(await inside(), /^LY said/);
    await page.keyboard.press("Enter");
    assert.equal(await inside(), "Claim 1 of 2");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await inside(), "All claims");
    await page.keyboard.press("Enter");
    assert.match(await inside(), /^LY said/);
    await close();
    await site.close();
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    it(`is clean for axe-core where things lie over others or go wrong, ${colorScheme}`, async () => {
      const { page, close } = await open(browser, { colorScheme, viewport: { width: 390, height: 844 } });
      await page.goto(server.url);
      await marked(page, 5);
      await page.keyboard.press("F9");
      await page.waitForSelector("#findings .cc-details");
      assert.deepEqual(await accessibilityFaults(page), [], "details over the text");
      await page.click("text=Dismiss this mark");
      await page.waitForSelector("#dismissed:not([hidden])");
      assert.deepEqual(await accessibilityFaults(page), [], "a dismissed mark");
      await page.goto(`${server.url}examples/two.html`);
      await marked(page, 2);
      const place = await page.evaluate(() => {
        const box = [...(CSS.highlights.get("claimcheck-conflicting") ?? [])][0].getClientRects()[0];
        return { x: box.left + 20, y: box.top + 8 };
      });
      await page.mouse.click(place.x, place.y);
      await page.locator("claim-check .card .cc-details").waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], "the card");
      await page.route("**/*.base", (route) => route.fulfill({ status: 404 }));
      await page.goto(`${server.url}examples/plain.html`);
      await page.locator("claim-check .fault").waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], "a fault of the element");
      await page.goto(`${server.url}index.html`);
      await page.waitForSelector("#alarm:not([hidden])");
      assert.deepEqual(await accessibilityFaults(page), [], "a fault of the page");
      await close();
    });
  }

  it("tells a report once a check, not for a filter or a dismissed mark", async () => {
    const site = await host(`${STORY}<claim-check for="story" as-of="2024-03-10"></claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await page.locator("claim-check .cc-item").first().waitFor();
    const reports = () => page.evaluate(() => /** @type {any} */ (window).told.filter((/** @type {any} */ one) => one.name === "report").length);
    const before = await reports();
    await page.locator("claim-check .chip").first().click();
    await page.locator("claim-check .chip").first().click();
    await page.waitForTimeout(100);
    assert.equal(await reports(), before);
    await close();
    await site.close();
  });

  it("works in a fresh HTML file written as the README says", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const html = /** @type {RegExpMatchArray} */ (readme.match(/```html\n([\s\S]*?)```/))[1];
    const site = await serve(dist, 0, (request, response) => request.url === "/article.html" && Boolean(response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html)));
    const { page, faults, requests, close } = await open(browser);
    await page.goto(`${site.url}article.html`);
    await marked(page, 2);
    await page.locator("claim-check .cc-item").first().waitFor();
    assert.deepEqual(faults, []);
    assert.ok(requests.length <= 7, `${requests.length} requests`);
    await close();
    await site.close();
  });

  it("takes only http and https addresses of a base", async () => {
    for (const base of ["javascript:alert(1)", "data:,x", "file:///etc/passwd", "blob:x"]) {
      const site = await host(`${STORY}<claim-check for="story" base="${base}"></claim-check>`);
      const { page, faults, close } = await open(browser);
      await page.goto(`${site.url}host.html`);
      const error = await told(page, "error");
      assert.equal(error.code, "network", base);
      assert.deepEqual(faults, []);
      await close();
      await site.close();
    }
  });

  it("checks on the page's thread where workers are blocked, and says so once", async () => {
    for (const policy of ["worker-src 'none'", ""]) {
      const answers = policy ? {} : { "/worker.js": (/** @type {import("node:http").ServerResponse} */ response) => void response.writeHead(404).end() };
      const site = await host(`${STORY}<claim-check for="story"></claim-check><claim-check>LY said that 519,000 items leaked.</claim-check>`, answers, policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
      const { page, close } = await open(browser);
      /** @type {string[]} */
      const notices = [];
      page.on("console", (message) => message.type() === "info" && notices.push(message.text()));
      await page.goto(`${site.url}host.html`);
      await marked(page, 3);
      assert.equal(notices.filter((text) => text.includes("own thread")).length, 1);
      await close();
      await site.close();
    }
  });

  it("says so, and breaks nothing, where WebAssembly is forbidden or missing", async () => {
    const site = await host(`${STORY}<claim-check for="story"></claim-check>`);
    for (const prepare of ["policy", "missing"]) {
      const { page, close } = await open(browser);
      if (prepare === "missing") await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
      else await page.route("**/host.html", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self' 'unsafe-inline'" } });
      });
      await page.goto(`${site.url}host.html`);
      const error = await told(page, "error");
      assert.equal(error.code, "wasm", prepare);
      assert.ok(await page.locator("claim-check >> text=Try again").isVisible());
      await close();
    }
    await site.close();
  });

  it("the page says what is missing: WebAssembly, or its own script", async () => {
    const { page, close } = await open(browser);
    await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
    await page.goto(server.url);
    await page.waitForSelector("#alarm:not([hidden])");
    assert.match(await page.innerText("#alarm"), /WebAssembly[\s\S]*Try again/);
    await page.route("**/page.js", (route) => route.abort());
    await page.goto(`${server.url}?2`);
    const late = page.locator(".late");
    assert.equal(await late.evaluate((element) => getComputedStyle(element).visibility), "hidden");
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    assert.equal(await late.evaluate((element) => getComputedStyle(element).visibility), "visible");
    await close();
  });

  it("reads what is seen: visible children of an invisible parent, and no more", async () => {
    const site = await host(`<article id="story"><div style="visibility: hidden"><p>LY said that 1 item leaked.</p><p style="visibility: visible">LY said that 519,000 items leaked.</p></div></article><claim-check for="story" as-of="2024-03-10"></claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await marked(page, 1);
    assert.deepEqual((await marks(page)).map(([, text]) => text), ["LY said that 519,000 items leaked"]);
    await close();
    await site.close();
  });

  it("the page offers a retry where a file does not load, and it works", async () => {
    const { page, close } = await open(browser);
    let isDown = true;
    await page.route("**/*.base", (route) => (isDown ? route.fulfill({ status: 503, body: "down" }) : route.continue()));
    await page.goto(server.url);
    await page.waitForSelector("#alarm:not([hidden])");
    assert.match(await page.innerText("#alarm"), /503[\s\S]*ly-data-breach\.base/);
    await page.screenshot({ path: join(shots, "alarm.png") });
    await page.goto(`${server.url}#disagree`);
    assert.ok(await page.isVisible("#alarm"), "in every view");
    assert.match(await page.innerText("#disagree-body"), /could not be loaded/);
    isDown = false;
    await page.click("#alarm button");
    await page.waitForSelector(".cc-question");
    await page.click('nav a[href="#check"]');
    await marked(page, 5);
    assert.ok(await page.isHidden("#alarm"));
    await close();
  });

  it("does not break a page with 200,000 words", { timeout: 120_000 }, async () => {
    const site = await host(`<article id="story"></article><claim-check for="story"></claim-check>`);
    const { page, faults, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await page.evaluate(() => {
      const story = /** @type {HTMLElement} */ (document.getElementById("story"));
      for (let i = 0; i < 4000; i++) {
        const paragraph = document.createElement("p");
        paragraph.textContent = `LY said that ${i + 1000} items leaked. ${"Other words stand here so that the paragraph is as long as one of an article. ".repeat(3)}`;
        story.append(paragraph);
      }
    });
    await marked(page, 100);
    assert.deepEqual(faults, []);
    await close();
    await site.close();
  });

  it("checks a text field it cannot mark, and lists what it found", async () => {
    const site = await host(`<label>Text <textarea id="field">Credit card numbers were among the leaked data.</textarea></label><claim-check for="field"></claim-check>`);
    const { page, close } = await open(browser);
    await page.goto(`${site.url}host.html`);
    await page.locator("claim-check .cc-item").first().waitFor();
    await page.fill("#field", "LY said that 519,000 items leaked. Credit card numbers were among the leaked data.");
    await page.waitForFunction(() => document.querySelector("claim-check")?.shadowRoot?.querySelectorAll(".cc-item").length === 2);
    await close();
    await site.close();
  });

  it("falls back to boxes over the text where the browser has no highlights", async () => {
    const { page, faults, close } = await open(browser);
    await page.addInitScript(() => Reflect.deleteProperty(window, "Highlight"));
    await page.goto(server.url);
    await page.waitForFunction(() => document.querySelectorAll(".claimcheck-overlay > div").length > 5);
    await page.screenshot({ path: join(shots, "page-without-highlights.png") });
    await page.goto(`${server.url}examples/article.html`);
    await page.waitForFunction(() => (document.querySelector("claim-check")?.shadowRoot?.querySelectorAll(".claimcheck-overlay > div").length ?? 0) > 5);
    await page.screenshot({ path: join(shots, "article-without-highlights.png") });
    assert.deepEqual(faults, []);
    await close();
  });
});
