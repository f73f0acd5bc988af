/** The page in a real browser: typing, marks, details, links, keyboard, privacy. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { accessibilityFaults, closeAll, dist, launch, marked, marks, open, root, serve, shots } from "./lib.mjs";
import { join } from "node:path";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(dist);
  browser = await launch();
});
after(closeAll);

const CLAIM = "Credit card numbers were among the leaked data.";

/** @param {import("playwright-core").Page} page @param {string} text */
async function write(page, text) {
  await page.click("#clear");
  await page.keyboard.insertText(text);
}

/** @param {import("playwright-core").Page} page @param {string} text */
const marksOf = (page, text) => page.waitForFunction((words) => ["conflicting", "unsupported", "supported"].some((verdict) => [...(CSS.highlights.get(`claimcheck-${verdict}`) ?? [])].some((range) => String(range).includes(words))), text);

describe("the page", () => {
  it("marks the sample draft and says whom it asked", async () => {
    const { page, faults, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    const verdicts = new Set((await marks(page)).map(([verdict]) => verdict));
    assert.ok(verdicts.has("supported") && verdicts.has("conflicting"), "the sample shows more than one verdict");
    assert.match(await page.innerText("#colophon"), /5 sources/);
    assert.deepEqual(faults, []);
    await close();
  });

  it("types, marks, opens evidence and follows its link to the very reading", async () => {
    const { page, context, faults, close } = await open(browser);
    await page.goto(server.url);
    await marked(page);
    await page.click("#clear");
    await page.keyboard.type(CLAIM);
    await marksOf(page, CLAIM.slice(0, -1));
    const [[verdict, text]] = await marks(page);
    assert.equal(verdict, "conflicting");
    assert.match(text, /^Credit card numbers were among the leaked data/);
    const box = await page.evaluate(() => {
      const { left, top, width, height } = [...(CSS.highlights.get("claimcheck-conflicting") ?? [])][0].getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(box.x, box.y);
    await page.waitForSelector("#findings .cc-details");
    assert.match(await page.innerText("#findings .cc-verdict"), /Conflicting/);
    const link = page.locator("#findings .cc-card a").first();
    assert.equal(await link.getAttribute("rel"), "noreferrer");
    const [sheet] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await sheet.waitForLoadState();
    const url = new URL(sheet.url());
    assert.ok(url.href.startsWith(server.url), "the sheet is one of our own files");
    assert.match(url.hash, /^#r[\w-]+$/);
    assert.equal(await sheet.evaluate(() => document.querySelectorAll(":target").length), 1, "the link's anchor exists");
    assert.deepEqual(faults, []);
    await close();
  });

  it("hovering opens the details, and leaves a clicked claim alone", async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    const places = await page.evaluate(() => [...(CSS.highlights.get("claimcheck-supported") ?? [])].slice(0, 2).map((range) => {
      const box = range.getClientRects()[0];
      return { x: box.left + 12, y: box.top + box.height / 2 };
    }));
    await page.mouse.move(places[0].x, places[0].y);
    await page.waitForSelector("#findings .cc-details");
    const hovered = await page.innerText("#findings .cc-claim");
    await page.mouse.click(places[0].x, places[0].y);
    await page.mouse.move(places[1].x, places[1].y);
    await page.waitForTimeout(500);
    assert.equal(await page.innerText("#findings .cc-claim"), hovered);
    await close();
  });

  it("keeps undo, and checks only what changed", async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await page.waitForSelector("#findings .cc-list"); // shown when the text rests
    const before = await marks(page);
    await page.click("#clear");
    await page.waitForFunction(() => !CSS.highlights.has("claimcheck-supported"));
    await page.focus("#draft");
    await page.keyboard.press("Control+z");
    await marked(page, before.length);
    assert.deepEqual((await marks(page)).sort(), before.sort());
    // A key press in one paragraph leaves the marks of the others the very same ranges.
    const kept = await page.evaluate(async () => {
      const all = () => ["conflicting", "unsupported", "supported"].flatMap((verdict) => [...(CSS.highlights.get(`claimcheck-${verdict}`) ?? [])]);
      const old = new Set(all());
      const draft = /** @type {HTMLElement} */ (document.getElementById("draft"));
      getSelection()?.selectAllChildren(draft);
      getSelection()?.collapseToEnd();
      document.execCommand("insertText", false, " And more.");
      await new Promise((resolve) => setTimeout(resolve, 500));
      return all().filter((range) => old.has(range)).length;
    });
    assert.ok(kept >= before.length - 4, `${kept} of ${before.length} marks were left alone`);
    await close();
  });

  it("takes input methods and pasted markup as plain text", async () => {
    const { page, context, close } = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(server.url);
    await marked(page);
    await page.click("#clear");
    const cdp = await context.newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await cdp.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
    assert.equal(await page.innerText("#draft"), "にほん");
    await cdp.send("Input.insertText", { text: "日本: " });
    await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob(["<b>LY</b> said 519,000 items leaked."], { type: "text/html" }), "text/plain": new Blob(["LY said 519,000 items leaked."], { type: "text/plain" }) })]));
    await page.keyboard.press("Control+v");
    assert.equal((await page.innerText("#draft")).trim(), "日本: LY said 519,000 items leaked.");
    assert.equal(await page.locator("#draft b").count(), 0);
    await close();
  });

  it("is complete by keyboard", async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
    await page.keyboard.press("Enter");
    await page.focus("#draft");
    await page.keyboard.press("F8");
    await page.waitForSelector("#findings .cc-details");
    assert.match(await page.innerText("#announcer"), /Claim 1 of \d+/);
    await page.keyboard.press("F9");
    assert.match(await page.innerText("#findings .cc-verdict"), /Conflicting/);
    await page.keyboard.press("Shift+F8");
    await page.keyboard.press("F9");
    await page.keyboard.press("Control+Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "findings");
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? ""), /^Open the source/);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "draft");
    assert.equal(await page.locator("#findings .cc-details").count(), 0);
    await page.keyboard.press("Tab");
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), "draft", "the editor lets the focus go");
    await close();
  });

  it("hands the focus on: from the list to the details, back to the line, and past a dismissed mark", async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await page.waitForSelector("#findings .cc-list");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    await page.locator(".cc-item").nth(2).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#findings .cc-details");
    assert.match(await focused(), /^Claim 3 of \d+$/);
    await page.focus("#all");
    await page.keyboard.press("Enter");
    assert.match(await focused(), /^Credit card/);
    await page.keyboard.press("Enter");
    await page.click("text=Dismiss this mark");
    await page.waitForSelector("#findings .cc-list");
    assert.match(await focused(), /^Passwords/);
    assert.equal(await page.innerText("#place"), "9 claims");
    await close();
  });

  it("copies a citation that names the source, the place and the link", async () => {
    const { page, close } = await open(browser, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(server.url);
    await marked(page, 5);
    await page.click("#next-conflict");
    await page.locator("#findings .cc-card button").first().click();
    await page.waitForSelector("#findings [role=status]:has-text('Copied')");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /Report of 28 November 2023, publisher not named, paragraph 2, sentence 1, .*http.*sources\/000\.html#r/);
    await close();
  });

  it("leaves marks alone that an edit does not change, and follows the text at 5,000 words", { timeout: 60_000 }, async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    const prose = Array.from({ length: 100 }, (_, i) => `In November 2023 LY said that up to ${i + 440},000 items of personal data had leaked. Credit card numbers were among the leaked data. The way in was an infected computer at a subcontractor of Naver Cloud, an affiliate in South Korea. The weather in Tokyo was mild in that week, and few people took notice of it.`).join("\n");
    await write(page, prose);
    await page.waitForFunction(() => document.getElementById("place")?.textContent === "500 claims" || Number(document.getElementById("place")?.textContent?.split(" ")[0]) > 350);
    await page.waitForTimeout(600);
    // Into a claim in the middle: the same marks, the same ranges, nothing painted anew.
    const touched = await page.evaluate(async () => {
      const draft = /** @type {HTMLElement} */ (document.getElementById("draft"));
      const walker = document.createTreeWalker(draft, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
      const text = /** @type {Text} */ (texts.find((node) => node.data.includes("490,000")));
      getSelection()?.collapse(text, text.data.indexOf("computer"));
      text.parentElement?.scrollIntoView({ block: "center" });
      scrollTo(0, text.ownerDocument.documentElement.scrollHeight / 2);
      await new Promise((resolve) => setTimeout(resolve, 600));
      let count = 0;
      for (const name of /** @type {const} */ (["add", "delete"])) {
        const real = Highlight.prototype[name];
        // @ts-expect-error counted on the way
        Highlight.prototype[name] = function (range) {
          count++;
          return real.call(this, range);
        };
      }
      document.execCommand("insertText", false, "old");
      await new Promise((resolve) => setTimeout(resolve, 250));
      const first = count;
      document.execCommand("insertText", false, "er ");
      await new Promise((resolve) => setTimeout(resolve, 250));
      return [first, count - first];
    });
    assert.ok(touched[0] + touched[1] <= 4, `${touched} ranges were taken away or put`);
    // A quick typist: afterwards the marks are those of the final text.
    await page.keyboard.type("The ministry said that 12 items leaked. LY runs the Line app. ", { delay: 2 });
    await page.waitForTimeout(700);
    const after = (await marks(page)).map(([verdict, text]) => `${verdict} ${text}`);
    const whole = await page.evaluate(async () => {
      const module = "./checker.js";
      const { Checker } = await import(new URL(module, location.href).href);
      const checker = await Checker.load();
      const { asOf } = { asOf: /** @type {HTMLInputElement} */ (document.getElementById("dated")).value };
      const lines = (document.getElementById("draft")?.innerText ?? "").split("\n");
      return lines.flatMap((line) => checker.check(line, { asOf }).claims.map((/** @type {any} */ claim) => `${claim.verdict} ${claim.text}`));
    });
    const known = new Set(whole);
    for (const mark of after) assert.ok(known.has(mark), `no claim has this mark: ${mark}`);
    assert.ok(after.some((mark) => /LY runs the Line app/.test(mark)), "the new sentence is marked");
    await close();
  });

  it("keeps its marks in place through line breaks, composition and drops", async () => {
    const { page, context, close } = await open(browser);
    await page.goto(server.url);
    await write(page, CLAIM);
    await marksOf(page, "leaked data");
    await page.keyboard.press("Home");
    await page.keyboard.type("LY runs the Line app.");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (CSS.highlights.get("claimcheck-conflicting")?.size ?? 0) === 1 && (CSS.highlights.get("claimcheck-supported")?.size ?? 0) === 1);
    assert.deepEqual((await marks(page)).map(([, text]) => text), [CLAIM.slice(0, -1), "LY runs the Line app"]);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
    await page.waitForTimeout(200);
    assert.ok((await marks(page)).some(([, text]) => text === "LY runs the Line app"), "a composition takes no mark away");
    await cdp.send("Input.insertText", { text: "彼" });
    assert.match(await page.innerText("#draft"), /彼Credit card/);
    assert.equal(await page.locator("#draft *:not(br)").count(), 0, "the draft holds text and nothing else");
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(200);
    assert.doesNotMatch(await page.innerText("#draft"), /彼/);
    await close();
  });

  it("goes on without a word to the writer when its worker dies, be it with an error or in silence", { timeout: 60_000 }, async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error("killed by the test"); }));
    await page.waitForTimeout(300);
    await write(page, CLAIM);
    await marksOf(page, "leaked data");
    await page.workers().at(-1)?.evaluate(() => self.close()).catch(() => {});
    await write(page, "LY runs the Line app.");
    await page.waitForFunction(() => [...(CSS.highlights.get("claimcheck-supported") ?? [])].some((range) => String(range).includes("Line app")), undefined, { timeout: 30_000 });
    assert.ok(await page.isHidden("#alarm"));
    await close();
  });

  it("says near the draft what it could not read, and what it does without a worker", async () => {
    const { page, close } = await open(browser);
    await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
    await page.goto(server.url);
    await write(page, "これは日本語の文章です。データが漏れました。");
    await page.waitForFunction(() => /English[\s\S]*/.test(document.getElementById("notices")?.textContent ?? ""));
    assert.match(await page.innerText("#notices"), /own thread/);
    await close();
  });

  it("shows the details on a phone with the way to the next claim, and leaves the text in sight", async () => {
    const { page, close } = await open(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto(server.url);
    await marked(page, 5);
    const tap = async (/** @type {string} */ verdict) => {
      const { x, y } = await page.evaluate((name) => {
        const range = [...(CSS.highlights.get(`claimcheck-${name}`) ?? [])][0];
        const box = range.getClientRects()[0];
        return { x: box.left + 20, y: box.top + box.height / 2 };
      }, verdict);
      await page.touchscreen.tap(x, y);
    };
    await tap("supported");
    await page.waitForSelector("#findings .cc-details");
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), "draft", "no keyboard of the screen covers the answer");
    const tray = await page.locator("#tray").boundingBox();
    assert.ok(tray && tray.y > 300 && tray.y + tray.height <= 845, JSON.stringify(tray));
    await page.tap("#next");
    assert.equal(await page.getAttribute("#findings .cc-details", "aria-label"), "Claim 2 of 10");
    await page.waitForTimeout(100);
    const covered = await page.evaluate(() => {
      const range = [...(CSS.highlights.get("claimcheck-selected") ?? [])][0];
      return range.getBoundingClientRect().bottom > /** @type {HTMLElement} */ (document.getElementById("tray")).getBoundingClientRect().top;
    });
    assert.equal(covered, false);
    const at = await page.evaluate(() => scrollY);
    await page.tap("#all");
    await page.waitForSelector("#findings .cc-list");
    assert.equal(await page.evaluate(() => scrollY), at, "the text stays where it was");
    await tap("conflicting");
    await page.waitForSelector("#findings .cc-details");
    await page.waitForTimeout(600);
    await tap("conflicting");
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "draft", "a second tap is for editing");
    await close();
  });

  it("filters by verdict and brings dismissed marks back, storing nothing unasked", async () => {
    const { page, context, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    await page.click("#filter button:has-text('supported') >> nth=-1");
    await page.waitForFunction(() => !CSS.highlights.has("claimcheck-supported"));
    await page.click("#filter button:has-text('supported') >> nth=-1");
    await page.waitForFunction(() => CSS.highlights.has("claimcheck-supported"));
    const all = (await marks(page)).length;
    await page.click("#next-conflict");
    await page.click("text=Dismiss this mark");
    await page.waitForFunction((count) => ["conflicting", "unsupported", "supported"].reduce((sum, verdict) => sum + (CSS.highlights.get(`claimcheck-${verdict}`)?.size ?? 0), 0) === count, all - 1);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.check("#remember");
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.doesNotMatch(kept, /credit|card|440/i, "only checksums are kept");
    await page.reload();
    await marked(page, all - 1);
    await page.waitForSelector("#dismissed:not([hidden])");
    assert.equal((await marks(page)).length, all - 1);
    await page.uncheck("#remember");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.click("text=Bring back");
    await marked(page, all);
    assert.deepEqual(await context.cookies(), []);
    await close();
  });

  it("takes the draft's date from the field and from the link", async () => {
    const { page, close } = await open(browser);
    await page.goto(`${server.url}#check&dated=2024-03-10`);
    await marked(page);
    assert.equal(await page.inputValue("#dated"), "2024-03-10");
    await page.fill("#dated", "2023-12-01");
    assert.equal(new URL(page.url()).hash, "#check&dated=2023-12-01");
    await page.click('nav a[href^="#sources"]');
    assert.equal(new URL(page.url()).hash, "#sources&dated=2023-12-01");
    await close();
  });

  it("shows where the sources disagree, and what each source says", async () => {
    const { page, faults, close } = await open(browser);
    await page.goto(`${server.url}#disagree`);
    await page.waitForSelector(".cc-question");
    assert.ok((await page.locator(".cc-timeline a").count()) > 2);
    const others = await page.locator(".cc-question:not(:has(.cc-kind-clash))").count();
    assert.equal(await page.locator(".cc-question:has(.cc-kind-garbled)").count(), 1);
    await page.click('#disagree-body .chip:has-text("clash")');
    assert.equal(await page.locator(".cc-question:visible").count(), others);
    await page.click('#disagree-body .chip:has-text("clash")');
    for (const dates of await page.evaluate(() => [...document.querySelectorAll(".cc-timeline")].map((list) => [...list.querySelectorAll(".cc-when")].map((when) => Date.parse(when.textContent ?? ""))))) {
      const known = dates.filter((date) => !Number.isNaN(date));
      assert.deepEqual(known, known.toSorted((a, b) => a - b), "readings stand by date");
    }
    await page.click('nav a[href^="#sources"]');
    await page.waitForSelector(".cc-sheet");
    assert.equal(await page.locator(".cc-sheet").count(), 5);
    assert.doesNotMatch(await page.innerText("#sources-body"), /\bnhk\b/, "no bare id of an origin");
    await page.goBack();
    assert.ok(await page.isVisible(".cc-question"));
    assert.deepEqual(faults, []);
    await close();
  });

  it("sends no text anywhere: own static files only, and few of them before the first verdict", async () => {
    const { page, context, requests, close } = await open(browser);
    await page.goto(server.url);
    await marked(page, 5);
    assert.ok(requests.length <= 8, `${requests.length} requests: ${requests.map(({ url }) => url)}`);
    const loaded = requests.length;
    await write(page, "My secret is xyzzy-42. Credit card numbers were among the leaked data.");
    await marksOf(page, "Credit card numbers");
    await page.click("#next-conflict");
    await page.click('nav a[href^="#sources"]');
    await page.click('nav a[href^="#check"]');
    await page.waitForTimeout(300);
    assert.deepEqual(requests.slice(loaded).map(({ url }) => url).filter((url) => !url.endsWith("icon.svg")), [], "nothing is requested while writing");
    for (const { url, method, body } of requests) {
      assert.ok(url.startsWith(server.url), url);
      assert.equal(method, "GET");
      assert.equal(body, null);
      assert.doesNotMatch(decodeURIComponent(url), /secret|xyzzy|credit/i);
    }
    assert.deepEqual(await context.cookies(), []);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await close();
  });

  it("obeys its policy: no inline script, no foreign connection, no foreign worker", async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await marked(page);
    const outcome = await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve)); // the debugger's own call is free of the policy
      const attempt = async (/** @type {() => any} */ act) => {
        try {
          await act();
          return "allowed";
        } catch {
          return "refused";
        }
      };
      return {
        connect: await attempt(() => fetch("https://other.example/?q=text")),
        markup: await attempt(() => (document.createElement("div").innerHTML = "<b>x</b>")),
        evaluation: await attempt(() => new Function("return 1")()),
        worker: await attempt(() => new Worker("sheet.css")),
        policy: await attempt(() => /** @type {any} */ (window).trustedTypes.createPolicy("other", {})),
      };
    });
    assert.deepEqual(outcome, { connect: "refused", markup: "refused", evaluation: "refused", worker: "refused", policy: "refused" });
    await close();
  });

  it("shows markup in the draft as text", async () => {
    const { page, faults, close } = await open(browser);
    await page.goto(server.url);
    await marked(page);
    await write(page, "LY said <img src=x onerror=alert(1)> 440,000 items leaked in all.");
    await marksOf(page, "440,000");
    await page.click("#next");
    assert.equal(await page.locator("#findings img, #draft img").count(), 0);
    assert.deepEqual(faults, []);
    await close();
  });

  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    it(`has no accessibility faults that axe finds (${scheme})`, async () => {
      const { page, close } = await open(browser, { colorScheme: scheme });
      await page.goto(server.url);
      await marked(page, 5);
      await page.waitForSelector("#findings .cc-list");
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.keyboard.press("F9");
      await page.waitForSelector("#findings .cc-details");
      assert.deepEqual(await accessibilityFaults(page), []);
      for (const view of ["disagree", "sources"]) {
        await page.goto(`${server.url}#${view}`);
        await page.waitForSelector(`#${view}-body > :not(.hint)`);
        for (const fold of await page.locator("summary").all()) if (view === "sources") await fold.click();
        assert.deepEqual(await accessibilityFaults(page), []);
      }
      await page.goto(`${server.url}sources/000.html#r1`);
      assert.deepEqual(await accessibilityFaults(page), []);
      await close();
    });
  }

  it("fits 320 pixels and text at 200 percent without scrolling sideways", async () => {
    for (const [width, zoom] of [[320, 1], [1280, 2], [640, 2]]) {
      const { page, close } = await open(browser, { viewport: { width, height: 800 } });
      await page.goto(server.url);
      await marked(page, 5);
      if (zoom > 1) await page.addStyleTag({ url: "data:text/css,html{font-size:200%}" }).catch(() => page.evaluate(() => { document.documentElement.style.fontSize = "200%"; }));
      for (const act of [() => Promise.resolve(), () => page.keyboard.press("F9"), () => page.goto(`${server.url}#disagree`), () => page.goto(`${server.url}#sources`)]) {
        await act();
        await page.waitForTimeout(100);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${over}px too wide at ${width}px, ${zoom * 100}%, ${page.url()}`);
      }
      await close();
    }
  });

  it("checks 200,000 words without a freeze", { timeout: 120_000 }, async () => {
    const { page, close } = await open(browser);
    await page.goto(server.url);
    await marked(page);
    const longest = await page.evaluate(async () => {
      let worst = 0;
      new PerformanceObserver((entries) => entries.getEntries().forEach(({ duration }) => (worst = Math.max(worst, duration)))).observe({ type: "longtask" });
      const draft = /** @type {HTMLElement} */ (document.getElementById("draft"));
      draft.textContent = Array.from({ length: 4000 }, (_, i) => `In November 2023 LY said that ${i + 1000} items of personal data had leaked. ${"More words make this paragraph as long as one of an ordinary article would be, which is about fifty words. ".repeat(2)}`).join("\n");
      draft.dispatchEvent(new Event("input"));
      return new Promise((resolve) => setTimeout(() => resolve(worst), 4000));
    });
    assert.ok(longest < 3000, `a task of ${longest} ms`);
    await marked(page, 5); // those near the window are painted
    await close();
  });
});

describe("pictures", () => {
  it("in forced colours every verdict still has its line, and the chosen claim its frame", async () => {
    const { page, faults, close } = await open(browser, { forcedColors: "active" });
    await page.goto(server.url);
    await page.waitForFunction(() => document.querySelectorAll(".claimcheck-overlay > div").length > 5);
    await page.keyboard.press("F9");
    await page.waitForSelector("#findings .cc-details");
    await page.waitForSelector(".claimcheck-chosen");
    const lines = await page.evaluate(() => ["supported", "conflicting", "unsupported"].map((verdict) => getComputedStyle(/** @type {Element} */ (document.querySelector(`.claimcheck-overlay .claimcheck-${verdict}`))).borderBottomStyle));
    assert.deepEqual(lines, ["solid", "double", "dotted"]);
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    assert.deepEqual(faults, []);
    await page.screenshot({ path: join(shots, "details-forced-colors.png") });
    await close();
  });

  for (const [width, height] of [[1360, 900], [820, 1100], [390, 844]]) {
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      it(`at ${width} pixels, ${scheme}`, async () => {
        const { page, close } = await open(browser, { viewport: { width, height }, colorScheme: scheme });
        await page.goto(`${server.url}#check&dated=2024-03-10`);
        await marked(page, 5);
        await page.waitForSelector("#findings .cc-list");
        await page.screenshot({ path: join(shots, `page-${width}-${scheme}.png`) });
        // The second conflict is a dispute: evidence on both sides.
        await page.keyboard.press("F9");
        await page.keyboard.press("F9");
        await page.waitForSelector("#findings .cc-sides");
        await page.screenshot({ path: join(shots, `details-${width}-${scheme}.png`) });
        // The pictures of the README are made here, too, when asked for: DOCS=1 npm run e2e
        if (process.env.DOCS && width === 1360) await page.screenshot({ path: join(root, `docs/page${scheme === "dark" ? "-dark" : ""}.png`) });
        if (process.env.DOCS && width === 390 && scheme === "light") await page.screenshot({ path: join(root, "docs/phone.png") });
        for (const view of ["disagree", "sources"]) {
          await page.goto(`${server.url}#${view}`);
          await page.waitForSelector(`#${view}-body > :not(.hint)`);
          await page.screenshot({ path: join(shots, `${view}-${width}-${scheme}.png`) });
        }
        await close();
      });
    }
  }
});
