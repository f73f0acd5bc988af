/**
 * Measures the page in Chromium:  node tests/e2e/bench.mjs   (after ./build.sh; DIST names another folder)
 *
 * Prints a table and writes bench/results-web.json. With HARPER=…/node_modules/harper.js/dist it also lets harper.js
 * lint the same text in the same browser, as a yardstick of the kind.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { closeAll, dist, launch, marked, open, root, serve } from "./lib.mjs";

const RUNS = 5;
const KEYS = 40;
const CLAIM = "In November 2023 LY put the leak at up to 440,000 items of personal data, of which over 300,000 had to do with users of the Line app.";
const PARAGRAPH =
  "In November 2023 LY said that up to 440,000 items of personal data had leaked. Later the count rose to 519,000. The way in was an infected computer at a subcontractor of Naver Cloud, an affiliate in South Korea. SoftBank and Naver each own half of A Holdings, which owns 64.5% of LY. The weather in Tokyo was mild in that week, and few people took notice. ";
/** @param {number} count words */
const prose = (count) => {
  const words = Array.from({ length: Math.ceil(count / 60) }, (_, i) => PARAGRAPH.replace("519,000", `${519 + i},000`).trim()).join("\n").split(/(?<=\s)/);
  return words.slice(0, count).join("").trim();
};
/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const round = (/** @type {number} */ value, digits = 1) => Number(value.toFixed(digits));
const brotli = (/** @type {string} */ file) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const server = await serve(dist);
const browser = await launch();
/** @type {Record<string, any>} */
const results = { browser: browser.version() };

/** The first verdict after navigation, with nothing cached, and what was fetched for it. */
async function firstVerdict() {
  /** @type {number[]} */
  const times = [];
  let fetched = { requests: 0, rounds: 0, bytesBrotli: 0, bytesRaw: 0, files: /** @type {string[]} */ ([]) };
  for (let run = 0; run <= RUNS; run++) {
    const { page, context, close } = await open(browser);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    /** How many answers had to come before a request could be sent. @type {Map<string, number>} */
    const depth = new Map();
    cdp.on("Network.requestWillBeSent", ({ request, initiator }) => {
      const by = initiator.url ?? initiator.stack?.callFrames[0]?.url;
      if (!depth.has(request.url)) depth.set(request.url, initiator.type === "other" && !by ? 1 : (depth.get(by ?? "") ?? 1) + 1);
    });
    /** @type {Set<string>} */
    const urls = new Set();
    context.on("request", (request) => urls.add(request.url()));
    await page.addInitScript(() => {
      const watch = () => (["conflicting", "unsupported", "supported"].some((verdict) => CSS.highlights.has(`claimcheck-${verdict}`)) ? (/** @type {any} */ (window).firstVerdict = performance.now()) : requestAnimationFrame(watch));
      requestAnimationFrame(watch);
    });
    await page.goto(server.url);
    const time = await page.waitForFunction(() => /** @type {any} */ (window).firstVerdict).then((handle) => handle.jsonValue());
    if (run > 0) times.push(time); // the first run warms the server's compressed files
    const files = [...urls].map((url) => new URL(url).pathname.slice(1) || "index.html");
    fetched = {
      requests: files.length,
      // The browser does not tell who started the worker: page.js did, which itself came in the second round.
      rounds: Math.max(...[...urls].map((url) => (url.endsWith("/worker.js") ? 3 : (depth.get(url) ?? 2)))),
      bytesBrotli: files.filter((file) => !file.endsWith(".lexicon")).reduce((sum, file) => sum + brotli(join(dist, file)), 0),
      bytesRaw: files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0),
      files,
    };
    await close();
  }
  return { ms: round(median(times)), ...fetched };
}

/** The work of the page's thread for one key press, and how many frames later its marks are there. @param {number} words */
async function keyPress(words) {
  const { page, context, close } = await open(browser);
  await page.addInitScript(() => {
    // Marks are drawn within the task that takes the worker's answer; a task later they stand, and the next frame shows them.
    const Real = Worker;
    // @ts-expect-error a Worker that tells of its answers
    window.Worker = class extends Real {
      constructor(/** @type {any} */ url, /** @type {any} */ options) {
        super(url, options);
        this.addEventListener("message", () => setTimeout(() => /** @type {any} */ (window).answered?.()));
      }
    };
  });
  await page.goto(server.url);
  await marked(page);
  await page.click("#clear");
  await page.keyboard.insertText(prose(words));
  await page.waitForFunction(() => document.querySelector("#findings .cc-item"));
  await page.waitForTimeout(1500);
  // The caret goes into the last sentence but one: every key changes a claim.
  await page.evaluate(() => {
    const draft = /** @type {HTMLElement} */ (document.getElementById("draft"));
    const text = /** @type {Text} */ (draft.firstChild);
    const at = text.data.lastIndexOf(" of LY");
    getSelection()?.collapse(text, at > 0 ? at : text.length);
    const state = { frame: 0, pressed: 0, frames: /** @type {number[]} */ ([]), waits: /** @type {number[]} */ ([]) };
    const tick = () => {
      state.frame++;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    let start = 0;
    draft.addEventListener("beforeinput", () => {
      start = performance.now();
      state.pressed = state.frame;
    });
    const answered = () => {
      if (!start) return;
      state.frames.push(state.frame - state.pressed + 1);
      state.waits.push(performance.now() - start);
      start = 0;
    };
    Object.assign(window, { state, answered });
  });
  const cdp = await context.newCDPSession(page);
  // Ticks of the thread's own clock: work, not waiting for a processor that others use.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    return { task: of("TaskDuration"), script: of("ScriptDuration"), layout: of("LayoutDuration") + of("RecalcStyleDuration") };
  };
  await page.waitForTimeout(500);
  // Frames of their own cost a little, too: what the page does without a key is taken off.
  const idleStart = await busy();
  await page.waitForTimeout(1000);
  const idle = await busy();
  const before = performance.now();
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press("x");
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(500);
  const spent = performance.now() - before;
  const after = await busy();
  const perKey = (/** @type {"task" | "script" | "layout"} */ kind) => round((after[kind] - idle[kind] - (idle[kind] - idleStart[kind]) * (spent / 1000)) / KEYS, 2);
  const { frames, waits } = await page.evaluate(() => /** @type {any} */ (window).state);
  await close();
  return { words, taskMs: perKey("task"), scriptMs: perKey("script"), layoutMs: perKey("layout"), framesToMarks: frames.length ? median(frames) : null, msToMarks: waits.length ? round(median(waits)) : null };
}

/** The engine on the page's thread: loading, one claim, an article, memory. */
async function engine() {
  const { page, close } = await open(browser);
  await page.goto(server.url);
  await marked(page);
  const measured = await page.evaluate(
    async ([claim, article]) => {
      const at = (/** @type {string} */ file) => new URL(file, location.href).href;
      const start = performance.now();
      const module = await WebAssembly.compile(await (await fetch(at("claimcheck_bg.wasm"))).arrayBuffer());
      const compiled = performance.now();
      const glue = await import(at("claimcheck.js"));
      const bytes = new Uint8Array(await (await fetch(at("ly-data-breach.base"))).arrayBuffer());
      const words = new Uint8Array(await (await fetch(at("english.lexicon"))).arrayBuffer());
      const fetched = performance.now();
      const { memory } = await glue.default({ module_or_path: module });
      glue.installLexicon(words);
      const engine = new glue.Engine(bytes);
      const loaded = performance.now();
      const memoryAtStart = memory.buffer.byteLength;
      /** @param {string} text @param {number} rounds */
      const time = (text, rounds) => {
        const first = performance.now();
        engine.check(text, "2024-03-10");
        const once = performance.now() - first;
        for (let i = 0; i < Math.min(rounds, 20); i++) engine.check(text, "2024-03-10");
        const warm = performance.now();
        for (let i = 0; i < rounds; i++) engine.check(text, "2024-03-10");
        return { first: once, warm: (performance.now() - warm) / rounds };
      };
      const one = time(claim, 300);
      const long = time(article, 20);
      return { compileMs: compiled - start, startMs: loaded - fetched, one, long, claims: engine.check(article, "2024-03-10").claims.length, memoryAtStart, memory: memory.buffer.byteLength };
    },
    [CLAIM, prose(800)],
  );
  await close();
  return {
    compileMs: round(measured.compileMs),
    startMs: round(measured.startMs),
    claimFirstUs: Math.round(measured.one.first * 1000),
    claimWarmUs: Math.round(measured.one.warm * 1000),
    articleFirstMs: round(measured.long.first, 2),
    articleWarmMs: round(measured.long.warm, 2),
    articleClaims: measured.claims,
    wasmMemoryMb: round(measured.memory / 1048576),
  };
}

/** Memory of the page with the sample draft: its own heap, and the worker's. */
async function memory() {
  const { page, context, close } = await open(browser);
  await page.goto(server.url);
  await marked(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("Performance.enable");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  await close();
  return { pageHeapMb: round(heap / 1048576) };
}

/** harper.js on the same article in the same browser. @param {string} folder its dist */
async function harper(folder) {
  const site = await serve(folder, 0, (request, response) => request.url === "/host.html" && Boolean(response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>harper</title>")));
  const { page, close } = await open(browser);
  await page.goto(`${site.url}host.html`);
  const measured = await page.evaluate(async (article) => {
    const at = (/** @type {string} */ file) => new URL(file, location.href).href;
    const start = performance.now();
    const { LocalLinter } = await import(at("index.js"));
    const { binary } = await import(at("binary.js"));
    const linter = new LocalLinter({ binary });
    await linter.setup();
    const loaded = performance.now();
    await linter.lint(article);
    const first = performance.now();
    for (let i = 0; i < 3; i++) await linter.lint(`${article} ${i}`);
    return { loadMs: loaded - start, articleFirstMs: first - loaded, articleWarmMs: (performance.now() - first) / 3 };
  }, prose(800));
  await close();
  return Object.fromEntries(Object.entries(measured).map(([key, value]) => [key, round(value)]));
}

const sizes = Object.fromEntries(
  ["index.html", "page.css", "page.js", "worker.js", "claim-check-define.js", "common.js", "checker.js", "icon.svg", "claimcheck_bg.wasm", "ly-data-breach.base"].map((file) => [file, { raw: statSync(join(dist, file)).size, brotli: brotli(join(dist, file)) }]),
);
const BUDGETED = ["index.html", "page.css", "page.js", "worker.js", "claim-check-define.js", "common.js", "claimcheck_bg.wasm", "ly-data-breach.base"];
results.sizes = sizes;
results.budgetBrotli = BUDGETED.reduce((sum, file) => sum + sizes[file].brotli, 0);
results.frontEndBrotli = BUDGETED.filter((file) => !/wasm|base/.test(file)).reduce((sum, file) => sum + sizes[file].brotli, 0);
results.firstVerdict = await firstVerdict();
results.engine = await engine();
results.memory = await memory();
results.keyPress = [];
for (const words of [300, 2000, 10_000]) results.keyPress.push(await keyPress(words));
const yardstick = process.env.HARPER;
if (yardstick && existsSync(yardstick)) results.harper = await harper(yardstick).catch((fault) => ({ failed: String(fault).split("\n")[0] }));

const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** @type {[string, string, string][]} */
const rows = [
  ["first verdict after navigation", `${results.firstVerdict.ms} ms`, ""],
  ["requests before it", String(results.firstVerdict.requests), "at most 7"],
  ["sequential rounds", String(results.firstVerdict.rounds), "at most 3"],
  ["bytes before it but the lexicon (brotli)", kb(results.firstVerdict.bytesBrotli), "at most 300 kB"],
  ["page + element + worker + WASM + base (brotli)", kb(results.budgetBrotli), "at most 300 kB"],
  ["of it html, css and scripts", kb(results.frontEndBrotli), "at most 40 kB"],
  ["compile the module", `${results.engine.compileMs} ms`, ""],
  ["start the engine with the base", `${results.engine.startMs} ms`, ""],
  ["25-word claim, first / warm", `${results.engine.claimFirstUs} / ${results.engine.claimWarmUs} µs`, "200 µs warm"],
  ["800-word article, first / warm", `${results.engine.articleFirstMs} / ${results.engine.articleWarmMs} ms`, "15 ms warm"],
  ["WASM memory after it", `${results.engine.wasmMemoryMb} MB`, "40 MB with the page"],
  ["page heap", `${results.memory.pageHeapMb} MB`, ""],
  ...results.keyPress.map((/** @type {any} */ one) => /** @type {[string, string, string]} */ ([`key press at ${one.words} words: whole thread / script / layout`, `${one.taskMs} / ${one.scriptMs} / ${one.layoutMs} ms`, "8 ms"])),
  ...results.keyPress.map((/** @type {any} */ one) => /** @type {[string, string, string]} */ ([`marks after a key at ${one.words} words`, `${one.framesToMarks} frames, ${one.msToMarks} ms`, "2 frames"])),
  ...(results.harper ? [/** @type {[string, string, string]} */ (["harper.js: load, 800 words first / warm", JSON.stringify(results.harper), "yardstick"])] : []),
];
for (const [what, value, aim] of rows) console.log(`${what.padEnd(62)} ${value.padEnd(28)} ${aim}`);
mkdirSync(join(root, "bench"), { recursive: true });
writeFileSync(join(root, "bench/results-web.json"), `${JSON.stringify(results, null, 2)}\n`);
await closeAll();
