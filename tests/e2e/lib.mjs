/**
 * What the browser tests share: dist/ served on a port of its own, a browser, pages that record what they ask for.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve as serveFolder } from "../../www/serve.mjs";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = resolve(process.env.DIST ?? join(root, "dist"));
export const shots = join(root, "tests/e2e/shots");
mkdirSync(shots, { recursive: true });
if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} holds no page: run ./build.sh first, or set DIST`);

/** What is still open; a test that fails leaves its own behind. @type {Set<{close: () => Promise<unknown>}>} */
const opened = new Set();
export async function closeAll() {
  await Promise.all([...opened].reverse().map((thing) => thing.close().catch(() => {})));
}

/** @template {{close: () => Promise<unknown>}} T @param {T} thing @returns {T} */
function closedLater(thing) {
  opened.add(thing);
  return thing;
}

/** @param {Parameters<typeof serveFolder>} given */
export async function serve(...given) {
  return closedLater(await serveFolder(...given));
}

export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  return closedLater(browser);
}

/**
 * A page that notes its requests, console errors and uncaught faults.
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  /** @type {{url: string, method: string, body: string | null}[]} */
  const requests = [];
  /** @type {string[]} */
  const faults = [];
  context.on("request", (request) => requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  page.on("pageerror", (fault) => faults.push(String(fault)));
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && faults.push(message.text()));
  return { page, context, requests, faults, close: () => context.close() };
}

/** The marks on the page, as [verdict, text], whatever paints them. @param {import("playwright-core").Page | import("playwright-core").Frame} page */
export function marks(page) {
  return page.evaluate(() =>
    ["conflicting", "unsupported", "supported"].flatMap((verdict) => [...(CSS.highlights.get(`claimcheck-${verdict}`) ?? [])].map((range) => [verdict, String(range)])),
  );
}

/** @param {import("playwright-core").Page} page @param {number} [least] */
export async function marked(page, least = 1) {
  await page.waitForFunction(
    (count) => ["conflicting", "unsupported", "supported"].reduce((sum, verdict) => sum + (CSS.highlights.get(`claimcheck-${verdict}`)?.size ?? 0), 0) >= count,
    least,
  );
}

/** @param {import("playwright-core").Page} page */
export async function accessibilityFaults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
}
