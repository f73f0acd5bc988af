// The tables of `./build.sh` and `./build.sh bench`.
//
// node bench/report.mjs sizes DIST
// node bench/report.mjs merge NATIVE.json WEB.json DIST RESULTS.json
//
// It prints and writes; it judges nothing, so that a busy machine or a kilobyte too many never fails a build.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/**
 * What a visitor loads before the first verdict, and how many kB (1000 bytes) of brotli each kind may take: 300 kB together, and
 * the lexicon apart. Taken in order: a file belongs to the first kind whose pattern it matches. Kinds without a budget are shown but
 * do not count.
 */
const KINDS = [
  { kind: "source sheets (when opened)", matches: /^sources\//, budget: null },
  { kind: "types, maps, licences, Node.js entry, examples (not loaded)", matches: /\.d\.ts$|^node\.js$|\.map$|LICEN[CS]E|\.txt$|^examples\//, budget: null },
  { kind: "other entries to the same code (each instead of those below)", matches: /^(checker|claim-check|claimcheck|engine)\.js$|^sheet\.css$/, budget: null },
  { kind: "lexicon (a budget of its own)", matches: /\.lexicon$/, budget: 1000, isApart: true },
  { kind: "WebAssembly", matches: /\.wasm$/, budget: 220 },
  { kind: "fact base", matches: /\.base$/, budget: 30 },
  { kind: "scripts of page, element and worker", matches: /\.m?js$/, budget: 40 },
  { kind: "page", matches: /./, budget: 10 },
];

/** Sizes of every file under `dist`, by kind. */
function measureSizes(dist) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => {
      const bytes = readFileSync(path);
      const file = path.slice(join(dist, "/").length).replaceAll("\\", "/");
      return { file, raw: bytes.length, brotli: brotliCompressSync(bytes).length };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const kinds = KINDS.map(({ kind, budget, isApart = false }) => ({ kind, budget, isApart, files: [] }));
  for (const file of files) kinds[KINDS.findIndex(({ matches }) => matches.test(file.file))].files.push(file);
  for (const kind of kinds) Object.assign(kind, sum(kind.files));
  const counted = kinds.filter(({ budget, isApart }) => budget !== null && !isApart);
  return { kinds, total: { ...sum(counted), budget: counted.reduce((all, { budget }) => all + budget, 0) } };
}

function sum(sizes) {
  return {
    raw: sizes.reduce((all, { raw }) => all + raw, 0),
    brotli: sizes.reduce((all, { brotli }) => all + brotli, 0),
  };
}

function printSizes({ kinds, total }) {
  const rows = [["file", "raw kB", "brotli kB", "budget kB"]];
  const row = (name, { raw, brotli, budget }) => {
    const over = budget != null && brotli > budget * 1000 ? `${budget} OVER` : (budget ?? "");
    rows.push([name, (raw / 1000).toFixed(1), (brotli / 1000).toFixed(1), `${over}`]);
  };
  for (const kind of kinds.filter(({ files }) => files.length > 0)) {
    row(kind.kind, kind);
    for (const file of kind.files) row(`  ${file.file}`, file);
  }
  row("total but the lexicon", total);
  printTable(rows);
}

/** The first column left, the others right. */
function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows) {
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ").trimEnd());
  }
}

/** One row for each value in a result, named by the way to it: `article / warm_us`. An array's items go by their `name`, else by number. */
function rowsOf(value, path = []) {
  if (value === null || typeof value !== "object") {
    const shown = typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
    return [[path.join(" / "), String(shown)]];
  }
  return Object.entries(value)
    .filter(([key]) => !(key === "name" && typeof value.name === "string"))
    .flatMap(([key, item]) => rowsOf(item, [...path, Array.isArray(value) ? (item?.name ?? key) : key]));
}

function readResult(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing: the benchmark before this step should have written it`);
  return JSON.parse(readFileSync(path, "utf8"));
}

const [command, ...args] = process.argv.slice(2);
if (command === "sizes" && args.length === 1) {
  printSizes(measureSizes(args[0]));
} else if (command === "merge" && args.length === 4) {
  const [nativePath, webPath, dist, out] = args;
  const results = {
    measured: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`,
    native: readResult(nativePath),
    web: readResult(webPath),
    sizes: measureSizes(dist),
  };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
  for (const side of ["native", "web"]) {
    printTable([[side, ""], ...rowsOf(results[side])]);
    console.log();
  }
  printSizes(results.sizes);
} else {
  console.error("usage: report.mjs sizes DIST | report.mjs merge NATIVE.json WEB.json DIST RESULTS.json");
  process.exit(2);
}
