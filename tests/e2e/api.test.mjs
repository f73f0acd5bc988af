/** The JavaScript module in Node and in the browser, and the files of dist/ themselves. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { closeAll, dist, launch, open, root, serve } from "./lib.mjs";

/** @type {any} */
const { Checker, WorkerChecker, ClaimCheckError } = await import(pathToFileURL(join(dist, "node.js")).href);
const TEXT = "LY said that 519,000 items leaked. Credit card numbers were among the leaked data. 日本 😀 In all, 440,000 items leaked.";
const asOf = "2024-03-10";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(dist);
  browser = await launch();
});
after(closeAll);

describe("in Node", () => {
  it("checks, here and in a worker thread, with the same report", async () => {
    const checker = await Checker.load();
    const report = checker.check(TEXT, { asOf });
    assert.equal(report.schema, 1);
    assert.equal(report.asOf, asOf);
    assert.ok(report.claims.length >= 3);
    for (const claim of report.claims) assert.equal(TEXT.slice(claim.start, claim.end), claim.text, "offsets are UTF-16 units");
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report, "plain JSON: no Maps, no undefined");
    const twin = await Checker.load({ worker: true });
    assert.ok(twin instanceof WorkerChecker);
    assert.equal(twin.notice, null);
    assert.deepEqual(await twin.check(TEXT, { asOf }), report);
    assert.deepEqual(await twin.disagreements(), checker.disagreements());
    twin.dispose();
    await assert.rejects(twin.check(TEXT), { code: "disposed" });
    checker.dispose();
    assert.throws(() => checker.check(TEXT), { code: "disposed" });
  });

  it("is what the package's own name leads to", async () => {
    const words = execFileSync(process.execPath, ["--input-type=module", "--eval", `import { Checker } from "claimcheck"; const checker = await Checker.load(); console.log(checker.check("LY runs the Line app.", { asOf: "2024-03-10" }).verdict);`], { cwd: root, encoding: "utf8" });
    assert.equal(words.trim(), "supported");
  });

  it("takes documents as sources, as text and as files, and lets them go", async () => {
    for (const worker of [false, true]) {
      const checker = await Checker.load({ base: null, worker });
      const source = await checker.addSource("Acme said that 12,345 widgets broke on 3 May 2024.", { id: "memo", title: "A memo" });
      assert.equal(source.id, "memo");
      const second = await checker.addSource(new File(["Acme said that 99 gadgets broke on 4 May 2024."], "gadgets.txt"), { title: "Gadgets" });
      assert.equal((await checker.sources()).length, 2);
      assert.equal((await checker.check("Acme said that 12,345 widgets broke.", { asOf })).verdict, "supported");
      assert.equal(await checker.removeSource(second.id), true);
      assert.equal(await checker.removeSource(second.id), false);
      assert.equal((await checker.sources()).length, 1);
      checker.dispose();
    }
  });

  it("throws readable, typed errors", async () => {
    const cases = [
      [() => Checker.load({ base: "/no/such.base" }), "network"],
      [() => Checker.load({ base: new TextEncoder().encode("<!doctype html>") }), "base-format"],
      [() => Checker.load({ base: readFileSync(join(dist, "ly-data-breach.base")).subarray(0, 500) }), /^base-/],
      [() => Checker.load({ wasm: new Uint8Array([1, 2, 3]) }), "wasm"],
      [() => Checker.load({ base: "https://other.example/x.base" }), "network"],
      [async () => (await Checker.load()).check(TEXT, { asOf: "yesterday" }), "date"],
      [() => Checker.load({ worker: true, base: new Uint8Array(10) }), /^base-/],
    ];
    for (const [act, code] of cases) {
      await assert.rejects(/** @type {() => Promise<any>} */ (act), (/** @type {any} */ error) => {
        assert.ok(error instanceof ClaimCheckError);
        if (code instanceof RegExp) assert.match(error.code, code);
        else assert.equal(error.code, code);
        assert.ok(error.message.length > 10);
        return true;
      });
    }
  });

  it("has its words from a file of their own: beside the module, at an address, or as bytes", async () => {
    const file = join(dist, "english.lexicon");
    const words = readFileSync(file);
    const report = (await Checker.load()).check(TEXT, { asOf });
    assert.match(report.lexicon, /^english-[0-9a-f]{8}$/);
    for (const lexicon of [words, new Uint8Array(words).buffer, file, pathToFileURL(file)]) {
      for (const worker of [false, true]) {
        const checker = await Checker.load({ lexicon, worker });
        assert.deepEqual(await checker.check(TEXT, { asOf }), report);
        checker.dispose();
      }
    }
  });

  it("refuses what is no lexicon, and keeps what was loaded", async () => {
    const words = readFileSync(join(dist, "english.lexicon"));
    const damaged = Uint8Array.from(words);
    damaged[words.length >> 1] ^= 1;
    const newer = Uint8Array.from(words);
    newer[8]++;
    const loaded = await Checker.load();
    const report = loaded.check(TEXT, { asOf });
    for (const worker of [false, true]) {
      for (const [lexicon, code] of [
        ["/no/such.lexicon", "network"],
        ["https://other.example/x.lexicon", "network"],
        [new Uint8Array(), "lexicon-format"],
        [new TextEncoder().encode("<!doctype html><title>Sign in</title>"), "lexicon-format"],
        [words.subarray(0, 5000), "lexicon-checksum"],
        [damaged, "lexicon-checksum"],
        [newer, "lexicon-version"],
      ]) {
        await assert.rejects(Checker.load({ lexicon, worker }), (/** @type {any} */ error) => error instanceof ClaimCheckError && error.code === code && error.message.length > 10);
      }
    }
    await assert.rejects(Checker.load({ lexicon: join(dist, "index.html") }), { code: "lexicon-format", file: pathToFileURL(join(dist, "index.html")).href });
    assert.deepEqual(loaded.check(TEXT, { asOf }), report);
  });

  it("answers as the command line does, which has the words compiled in", async () => {
    const checker = await Checker.load();
    const program = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "release/claimcheck");
    const stories = [TEXT, ...readdirSync(join(root, "tests/cases")).filter((name) => /^[a-z-]+\.md$/.test(name)).map((name) => readFileSync(join(root, "tests/cases", name), "utf8"))];
    for (const story of stories) {
      const { stdout } = spawnSync(program, ["check", "--as-of", asOf, "--format", "json", "-"], { input: story, encoding: "utf8", maxBuffer: 1 << 28 });
      // Links are relative there, and absolute here.
      const here = JSON.parse(JSON.stringify(checker.check(story, { asOf })).replaceAll(pathToFileURL(dist).href + "/", ""));
      assert.deepEqual(here, JSON.parse(stdout));
    }
  });

  it("is total: odd strings give an ordinary report", async () => {
    const checker = await Checker.load();
    for (const text of ["", "\u0000", "\ud800 440,000 items leaked.", "\u202e440,000 items leaked.", "a".repeat(100_000), "40 ".repeat(50_000)]) {
      assert.equal(checker.check(text, { asOf }).schema, 1);
    }
  });
});

describe("in the browser", () => {
  it("gives the same reports on the page's thread and in the worker as in Node", async () => {
    const { page, faults, close } = await open(browser);
    await page.goto(`${server.url}index.html`);
    const [here, there] = await page.evaluate(async ([text, day]) => {
      const module = "./checker.js";
      const { Checker } = await import(new URL(module, location.href).href);
      const one = await Checker.load();
      const two = await Checker.load({ worker: true });
      return [one.check(text, { asOf: day }), await two.check(text, { asOf: day })];
    }, [TEXT, asOf]);
    assert.deepEqual(there, here);
    const node = (await Checker.load()).check(TEXT, { asOf });
    const local = (/** @type {any} */ report) => JSON.parse(JSON.stringify(report).replaceAll(server.url, "/").replaceAll(pathToFileURL(dist).href + "/", "/"));
    assert.deepEqual(local(here), local(node));
    assert.deepEqual(faults, []);
    await close();
  });

  it("rejects what waits in a worker that dies, and starts another with the same documents", async () => {
    const { page, close } = await open(browser);
    await page.goto(`${server.url}index.html`);
    const outcome = await page.evaluate(async () => {
      /** @type {Worker[]} */
      const workers = [];
      const Real = Worker;
      // @ts-expect-error a Worker that can be found again
      window.Worker = class extends Real {
        constructor(/** @type {any} */ url, /** @type {any} */ options) {
          super(url, options);
          workers.push(this);
        }
      };
      const module = "./checker.js";
      const { Checker } = await import(new URL(module, location.href).href);
      const checker = await Checker.load({ worker: true });
      await checker.addSource("Acme said that 12,345 widgets broke on 3 May 2024.", { id: "memo" });
      const waiting = checker.check("Acme said that 12,345 widgets broke.", { asOf: "2024-03-10" });
      await Promise.resolve();
      await Promise.resolve();
      workers[0].onerror?.(new ErrorEvent("error", { message: "killed" }));
      const first = await waiting.then(() => "answered", (/** @type {any} */ error) => error.code);
      const second = await checker.check("Acme said that 12,345 widgets broke.", { asOf: "2024-03-10" });
      return { first, second: second.verdict, workers: workers.length, sources: (await checker.sources()).length };
    });
    assert.deepEqual(outcome, { first: "worker", second: "supported", workers: 2, sources: 6 });
    await close();
  });
});

describe("dist/", () => {
  /** @param {string} folder @returns {string[]} */
  const files = (folder) => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));

  it("has no dead link and no dead anchor", async () => {
    const { page, close } = await open(browser);
    const pages = files(dist).filter((file) => file.endsWith(".html")).map((file) => relative(dist, file));
    /** @type {Map<string, Set<string>>} */
    const anchors = new Map();
    /** @type {string[]} */
    const links = [];
    for (const path of pages) {
      await page.goto(server.url + path);
      if (path === "index.html") {
        for (const view of ["disagree", "sources"]) {
          await page.goto(`${server.url}index.html#${view}`);
          await page.waitForSelector(`#${view}-body > :not(.hint)`);
        }
      }
      const found = await page.evaluate(() => ({
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
        links: [...document.querySelectorAll("a[href], link[href], script[src], iframe[src]")].map((element) => /** @type {any} */ (element).href || /** @type {any} */ (element).src),
      }));
      anchors.set(server.url + path, new Set(found.ids));
      links.push(...found.links);
    }
    const own = [...new Set(links)].filter((link) => link.startsWith(server.url));
    assert.ok(own.filter((link) => /sources\/.*#r/.test(link)).length > 50, "the sheets' readings are linked");
    const statuses = new Map();
    for (const link of own) {
      const [file, anchor] = link.split("#");
      if (!statuses.has(file)) statuses.set(file, (await fetch(file)).status);
      assert.equal(statuses.get(file), 200, link);
      const isView = /(index\.html|\/)$/.test(file) && /^(check|disagree|sources|draft)/.test(anchor ?? "");
      if (anchor && !isView) assert.ok(anchors.get(file)?.has(decodeURIComponent(anchor)), `dead anchor ${link}`);
    }
    await close();
  });

  it("has every link of the evidence lead to an anchor of a sheet", async () => {
    const checker = await Checker.load();
    const links = new Set(checker.disagreements().flatMap((/** @type {any} */ { readings }) => readings.map((/** @type {any} */ { link }) => link)));
    for (const sheet of checker.sources()) for (const reading of sheet.readings) links.add(`${pathToFileURL(dist).href}/sources/${sheet.source.id}.html#${reading.anchor}`);
    for (const link of /** @type {Set<string>} */ (links)) {
      if (!link.startsWith("file:")) continue;
      const url = new URL(link);
      const html = readFileSync(new URL(url.pathname, url), "utf8");
      assert.ok(html.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`), link);
    }
  });

  it("asks for no address outside itself, and has no inline script or style", () => {
    for (const file of files(dist)) {
      if (!/\.(html|css)$/.test(file)) continue;
      const text = readFileSync(file, "utf8");
      if (!file.includes("examples")) {
        assert.doesNotMatch(text, /(src|href)="\/|url\(["']?(https?:)?\/\//, `${file}: all addresses are relative`);
        if (file.endsWith(".html")) {
          assert.match(text, /Content-Security-Policy/, file);
          assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i, file);
        }
      }
    }
    for (const file of ["page.js", "checker.js", "claim-check.js", "claim-check-define.js", "common.js", "worker.js"]) {
      assert.doesNotMatch(readFileSync(join(dist, file), "utf8"), /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\(|new Function|document\.cookie|serviceWorker|sendBeacon|XMLHttpRequest/, file);
    }
    assert.doesNotMatch(readFileSync(join(dist, "worker.js"), "utf8"), /\bimport\s*\(|importScripts/, "the worker is self-contained");
  });

  it("ships declarations that a strict consumer compiles against", () => {
    const consumer = join(dist, "consumer.test-d.mts");
    writeFileSync(consumer, `
      import { Checker, ClaimCheckError, type Report, type Claim } from "./checker.js";
      import { ClaimCheckElement } from "./claim-check.js";
      const checker = await Checker.load({ base: new Uint8Array() });
      const report: Report = checker.check("x", { asOf: "2024-03-10" });
      const worker = await Checker.load({ worker: true });
      const later: Promise<Report> = worker.check("x");
      const claim: Claim | undefined = report.claims[0];
      const reason: "stated" | "entailed" | "contradicted" | "disputed" | "outdated" | "garbled" | "not-stated" | "off-topic" | undefined = claim?.reason;
      const element = new ClaimCheckElement();
      const last: Report | null = element.report;
      // @ts-expect-error no such verdict
      claim?.verdict === "true";
      console.log(later, reason, last, ClaimCheckError);
    `);
    try {
      execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--ignoreConfig", "--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2024,dom,dom.iterable,esnext.disposable", "--types", "", consumer], { encoding: "utf8", stdio: "pipe" });
    } catch (fault) {
      assert.fail(/** @type {any} */ (fault).stdout);
    } finally {
      rmSync(consumer);
    }
  });
});
