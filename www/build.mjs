/**
 * Assembles the web part of dist/:  node www/build.mjs <wasm-bindgen-out-dir> <dist-dir>
 *
 * Bundles each entry into one file (a visitor's first verdict needs few requests), but for what page and element share, which is one file
 * for both; copies html, css and whatever the out dir holds (glue, module, declarations, base, source sheets), and writes the declarations of the JavaScript API.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { en, html as pageWords } from "./strings.js";

const www = dirname(fileURLToPath(import.meta.url));
const root = dirname(www);
const [out, dist] = process.argv.slice(2).map((path) => resolve(path));
if (!out || !dist || !existsSync(join(out, "claimcheck_bg.wasm"))) {
  console.error("usage: node www/build.mjs <wasm-bindgen-out-dir> <dist-dir>   (the out dir holds claimcheck.js and claimcheck_bg.wasm)");
  process.exit(2);
}

mkdirSync(dist, { recursive: true });
if (out !== dist) cpSync(out, dist, { recursive: true });
for (const file of readdirSync(www)) {
  if (/\.svg$/.test(file) || file === "sheet.css") cpSync(join(www, file), join(dist, file));
}
writeFileSync(join(dist, "index.html"), worded(readFileSync(join(www, "index.html"), "utf8")));
cpSync(join(root, "examples"), join(dist, "examples"), { recursive: true });

/** The generated glue lies in the out dir, beside no source file. @type {import("esbuild").Plugin} */
const glue = {
  name: "glue",
  setup(builder) {
    builder.onResolve({ filter: /^\.\/claimcheck\.js$/ }, () => ({ path: join(out, "claimcheck.js") }));
  },
};
/** The element's style travels inside its script. @type {import("esbuild").Plugin} */
const style = {
  name: "style",
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: (await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: "es2022" })).code, loader: "text" }));
  },
};
/** @type {import("esbuild").BuildOptions} */
const common = { bundle: true, minify: true, format: "esm", target: "es2022", outdir: dist, plugins: [glue, style], legalComments: "none", logLevel: "warning" };
const entry = (/** @type {string} */ name) => join(www, name);

await Promise.all([
  build({ entryPoints: [entry("page.css")], bundle: true, minify: true, target: "es2022", outdir: dist, logLevel: "warning" }),
  // engine.js stays a file of its own beside them: only checks on the page's own thread load it.
  build({ ...common, entryPoints: ["checker.js", "claim-check.js"].map(entry), external: ["./engine.js"] }),
  // Most of the page is what the element is made of as well: `common.js`, which either imports.
  build({ ...common, entryPoints: ["page.js", "claim-check-define.js"].map(entry), external: ["./engine.js"], splitting: true, chunkNames: "common" }),
  build({ ...common, entryPoints: [entry("engine.js")] }),
  build({ ...common, entryPoints: [entry("node.js")], platform: "node" }),
  // A classic script, because every browser that runs WebAssembly starts one; it is handed the module, so it needs no address of its own.
  build({ ...common, entryPoints: [entry("worker.js")], format: "iife", define: { "import.meta.url": '""' } }),
]);

// The declarations come from the sources' own JSDoc. (The full type check is a test, not part of building.)
const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
execFileSync(process.execPath, [
  join(dirname(tsc), "bin", "tsc"), "-p", join(www, "tsconfig.declarations.json"), "--outDir", dist,
], { stdio: "inherit" });

/** The page's HTML with its `{{words}}` from strings.js. @param {string} html */
function worded(html) {
  return html.replace(/\{\{(\w+)\}\}/g, (_, key) => {
    const words = /** @type {Record<string, any>} */ ({ ...en, ...pageWords })[key];
    if (words === undefined) throw new Error(`index.html asks for "${key}", which strings.js does not have`);
    const text = Array.isArray(words) ? words.join("\n\n") : words;
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  });
}

console.log(`dist: ${basename(dist)} holds ${readdirSync(dist).length} files and folders`);
