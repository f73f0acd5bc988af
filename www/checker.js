/**
 * `claimcheck` for browsers and web workers.
 *
 *     const checker = await Checker.load();
 *     const report = checker.check("LY said 440,000 items leaked.", { asOf: "2024-03-10" });
 *
 * `Checker` runs where it is called; `WorkerChecker` has the same methods, returning promises, and runs in a worker.
 */
import { compileModule, fetchBytes } from "./fetching.js";
import { Checker, configure, WorkerChecker } from "./core.js";
import { spawnWorker } from "./spawn.js";

configure({
  files: {
    wasm: new URL("claimcheck_bg.wasm", import.meta.url).href,
    lexicon: new URL("english.lexicon", import.meta.url).href,
    base: new URL("ly-data-breach.base", import.meta.url).href,
    worker: new URL("worker.js", import.meta.url).href,
  },
  readBytes: fetchBytes,
  compile: compileModule,
  spawnWorker,
});

export { Checker, WorkerChecker };
export { ClaimCheckError } from "./errors.js";
/** @import * as Shapes from "./claimcheck.js" */
/** @typedef {Shapes.Report} Report */
/** @typedef {Shapes.Claim} Claim */
/** @typedef {Shapes.Evidence} Evidence */
/** @typedef {Shapes.Disagreement} Disagreement */
/** @typedef {Shapes.SourceSheet} SourceSheet */
/** @typedef {Shapes.SourceMeta} SourceMeta */
