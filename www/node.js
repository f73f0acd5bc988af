/**
 * `claimcheck` for Node: the same checkers, reading through `fs`. Chosen by the `node` condition of the package's exports.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker as Thread } from "node:worker_threads";
import { Checker, configure, WorkerChecker } from "./core.js";
import { ClaimCheckError } from "./errors.js";

configure({
  files: {
    wasm: new URL("claimcheck_bg.wasm", import.meta.url).href,
    lexicon: new URL("english.lexicon", import.meta.url).href,
    base: new URL("ly-data-breach.base", import.meta.url).href,
    worker: new URL("worker.js", import.meta.url).href,
  },
  readBytes,
  compile: async (address) => WebAssembly.compile(await readBytes(address)),
  spawnWorker,
});

/** @param {string} address a file's URL or path */
async function readBytes(address) {
  const url = fileUrl(address);
  if (url.protocol !== "file:") throw new ClaimCheckError("network", "In Node, files are read from the disk: expected a path or a file: URL.", { file: address });
  try {
    return new Uint8Array(await readFile(url));
  } catch (fault) {
    throw new ClaimCheckError("network", `The file could not be read: ${/** @type {Error} */ (fault).message}.`, { file: fileURLToPath(url) });
  }
}

/** @param {string} address */
function fileUrl(address) {
  return /^[a-z][a-z0-9+.-]+:/i.test(address) ? new URL(address) : pathToFileURL(address);
}

/** A worker thread with the little of a web worker's surroundings that worker.js uses. @param {string} url */
function spawnWorker(url) {
  const thread = new Thread(
    `const { parentPort, workerData } = require("node:worker_threads");
     globalThis.self = globalThis;
     globalThis.postMessage = (message) => parentPort.postMessage(message);
     const started = import(workerData);
     parentPort.on("message", async (data) => { await started; globalThis.onmessage({ data }); });`,
    { eval: true, workerData: url },
  );
  /** @type {import("./core.js").WorkerLike} */
  const worker = {
    postMessage: (message) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
    onmessage: null,
    onerror: null,
  };
  thread.on("message", (data) => worker.onmessage?.({ data }));
  thread.on("error", (error) => worker.onerror?.({ error }));
  return worker;
}

export { Checker, WorkerChecker, ClaimCheckError };
/** @import * as Shapes from "./claimcheck.js" */
/** @typedef {Shapes.Report} Report */
/** @typedef {Shapes.Claim} Claim */
/** @typedef {Shapes.SourceMeta} SourceMeta */
