/**
 * The two checkers behind one interface, without knowledge of where files come from: browsers and Node each
 * `configure` that once.
 */
import { ClaimCheckError } from "./errors.js";

/** @import { Report, SourceMeta, SourceRef, SourceSheet, Disagreement, BaseInfo } from "./claimcheck.js" */
/** @import { EngineHost, Parts } from "./engine.js" */

/** @typedef {string | URL} Address */
/** @typedef {ArrayBuffer | Uint8Array} Bytes */
/**
 * @typedef {object} LoadOptions
 * @property {Address | Bytes | null} [base] a compiled fact base; null for none, to check against added documents alone
 * @property {Address | Bytes | WebAssembly.Module} [wasm]
 * @property {Address | Bytes} [lexicon] the words to check with; a thread has one, so another one beside it needs a worker of its own
 * @property {Address | boolean} [worker] true or the worker's address: run there, and let every method return a promise
 * @property {number} [timeout] milliseconds until a file that does not arrive is an error; 30,000 by default
 */
/**
 * @typedef {object} CheckOptions
 * @property {string} [asOf] reference date of relative dates, ISO 8601; today by default
 * @property {boolean} [otherParty] for a paragraph checked by itself: what the report on the paragraph before it says
 */
/**
 * The part of `Worker` that is used, so that Node's worker threads can stand in.
 * @typedef {object} WorkerLike
 * @property {(message: any) => void} postMessage
 * @property {() => void} terminate
 * @property {any} onmessage
 * @property {any} onerror
 */
/**
 * @typedef {object} Surroundings
 * @property {{wasm: string, lexicon: string, base: string, worker: string}} files where our own files lie
 * @property {(url: string, timeout: number) => Promise<Uint8Array>} readBytes
 * @property {(url: string, timeout: number) => Promise<WebAssembly.Module>} compile
 * @property {(url: string) => WorkerLike} spawnWorker
 */

/** @type {Surroundings} */
let surroundings;

/** @param {Surroundings} given */
export function configure(given) {
  surroundings = given;
}

/** Checks texts on the thread it is called on. */
export class Checker {
  #host;

  /** @param {EngineHost} host use `Checker.load` */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @overload
   * @param {LoadOptions & {worker: Address | true}} options
   * @returns {Promise<WorkerChecker>}
   */
  /**
   * @overload
   * @param {LoadOptions & {worker?: false}} [options]
   * @returns {Promise<Checker>}
   */
  /** @param {LoadOptions} [options] @returns {Promise<Checker | WorkerChecker>} */
  static async load(options = {}) {
    if (options.worker) return WorkerChecker.load(options);
    const [{ EngineHost }, parts] = await Promise.all([engineHere(), gather(options)]);
    return new Checker(await EngineHost.start(parts));
  }

  /**
   * @param {string} text
   * @param {CheckOptions} [options]
   * @returns {Report}
   */
  check(text, { asOf = today(), otherParty = false } = {}) {
    return this.#host.check(String(text), asOf, otherParty);
  }

  /**
   * @param {string | Blob} text the document's text, or a file that holds it
   * @param {SourceMeta} [meta]
   * @returns {Promise<SourceRef>} how evidence will name it
   */
  addSource(text, meta = {}) {
    return this.#host.addSource(text, meta);
  }

  /** @param {string} id @returns {boolean} false where no added document has this id */
  removeSource(id) {
    return this.#host.removeSource(id);
  }

  /** @returns {SourceSheet[]} */
  sources() {
    return this.#host.sources();
  }

  /** @returns {Disagreement[]} questions to which the sources do not simply give the same answer */
  disagreements() {
    return this.#host.disagreements();
  }

  /** @returns {BaseInfo} */
  info() {
    return this.#host.info();
  }

  dispose() {
    this.#host.dispose();
  }
}

/** How long a worker may take to start before the page's thread is used. */
const WORKER_START_MS = 10_000;

/** A worker that was closed, or hangs, says nothing at all. With calls waiting, silence this long counts as its death … */
const SILENCE_MS = 10_000;
/** … and longer where it was given long texts: units of text it reads in a millisecond on a slow machine. (A fast one reads 500.) */
const UNITS_PER_MS = 10;

/**
 * The same checker in a worker. A worker that dies rejects the calls that wait for it; the next call starts a new one,
 * with the same base and documents. Where no worker can be had, the work is done on the calling thread, and `notice`
 * says so.
 */
export class WorkerChecker {
  /** Why no worker is in use, in words; null while one is. @type {string | null} */
  notice = null;
  #parts;
  #address;
  /** @type {WorkerLike | undefined} */ #worker;
  /** The stand-in where workers are blocked. @type {EngineHost | undefined} */ #here;
  /** @type {Promise<void> | undefined} */ #started;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: ClaimCheckError) => void, size: number}>} */
  #pending = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #silence;
  /** @type {Map<string, {text: string | Blob, meta: SourceMeta}>} */
  #added = new Map();
  #lastId = 0;
  #disposed = false;

  /**
   * @param {Promise<Parts>} parts
   * @param {string} address use `WorkerChecker.load`
   */
  constructor(parts, address) {
    this.#parts = parts;
    this.#address = address;
  }

  /** @param {LoadOptions} [options] @returns {Promise<WorkerChecker>} */
  static async load(options = {}) {
    const address = typeof options.worker === "string" || options.worker instanceof URL ? String(options.worker) : surroundings.files.worker;
    // The worker starts while the files are still on their way.
    const checker = new WorkerChecker(gather(options), address);
    try {
      await checker.#ready();
    } catch (error) {
      checker.dispose();
      throw error;
    }
    return checker;
  }

  /**
   * @param {string} text
   * @param {CheckOptions} [options]
   * @returns {Promise<Report>}
   */
  check(text, { asOf = today(), otherParty = false } = {}) {
    return this.#call("check", String(text), asOf, otherParty);
  }

  /**
   * @param {string | Blob} text
   * @param {SourceMeta} [meta]
   * @returns {Promise<SourceRef>}
   */
  async addSource(text, meta = {}) {
    const source = await this.#call("addSource", text, meta);
    this.#added.set(source.id, { text, meta: { ...meta, id: source.id } });
    return source;
  }

  /** @param {string} id @returns {Promise<boolean>} */
  removeSource(id) {
    this.#added.delete(id);
    return this.#call("removeSource", id);
  }

  /** @returns {Promise<SourceSheet[]>} */
  sources() {
    return this.#call("sources");
  }

  /** @returns {Promise<Disagreement[]>} */
  disagreements() {
    return this.#call("disagreements");
  }

  /** @returns {Promise<BaseInfo>} */
  info() {
    return this.#call("info");
  }

  dispose() {
    this.#disposed = true;
    this.#stopWorker(disposed());
    this.#here?.dispose();
  }

  /**
   * @param {string} method
   * @param {...any} args
   * @returns {Promise<any>}
   */
  async #call(method, ...args) {
    await this.#ready();
    // @ts-expect-error the methods of the protocol are the methods of the host
    if (this.#here) return this.#here[method](...args);
    return this.#ask(method, args);
  }

  async #ready() {
    if (this.#disposed) throw disposed();
    if (this.#here) return;
    this.#started ??= this.#start();
    try {
      await this.#started;
    } catch (error) {
      this.#started = undefined;
      throw error;
    }
    if (this.#disposed) throw disposed();
  }

  async #start() {
    if (!(await this.#startWorker())) {
      this.notice = "The checker runs on the page's own thread, because a worker could not be started here.";
      const { EngineHost } = await engineHere();
      this.#here = await EngineHost.start(await this.#parts);
    }
    for (const { text, meta } of this.#added.values()) {
      await (this.#here ? this.#here.addSource(text, meta) : this.#ask("addSource", [text, meta]));
    }
  }

  /** @returns {Promise<boolean>} whether a worker answered; an engine's own fault (a damaged base, say) is thrown */
  async #startWorker() {
    try {
      this.#worker = surroundings.spawnWorker(this.#address);
    } catch {
      return false; // another origin, a security policy, or no workers at all
    }
    this.#worker.onmessage = (/** @type {{data: any}} */ { data }) => this.#settle(data);
    this.#worker.onerror = (/** @type {any} */ event) => {
      event.preventDefault?.();
      this.#stopWorker(stopped());
    };
    let timer;
    try {
      const parts = await this.#parts;
      if (!this.#worker) return false; // it died while it waited
      timer = setTimeout(() => this.#stopWorker(new ClaimCheckError("worker", "The worker did not start.")), WORKER_START_MS);
      await this.#ask("start", [parts]);
      return true;
    } catch (error) {
      if (error instanceof ClaimCheckError && error.code === "worker") return false;
      this.#stopWorker(disposed());
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param {string} method @param {any[]} args @returns {Promise<any>} */
  #ask(method, args) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const size = typeof args[0] === "string" ? args[0].length : (args[0]?.size ?? 0);
      this.#pending.set(id, { resolve, reject, size });
      this.#listen();
      try {
        this.#worker?.postMessage({ id, method, args });
      } catch (fault) {
        this.#pending.delete(id);
        reject(ClaimCheckError.from(fault));
      }
    });
  }

  /** @param {{id: number, value?: any, error?: any}} reply */
  #settle({ id, value, error }) {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    this.#listen();
    if (!error) return waiting?.resolve(value);
    const fault = ClaimCheckError.from(error);
    waiting?.reject(fault);
    // A trapped instance cannot be trusted with further calls: the next one gets a new worker.
    if (fault.code === "crashed") this.#stopWorker(fault);
  }

  /** Takes silence for death, from now on. */
  #listen() {
    clearTimeout(this.#silence);
    if (!this.#pending.size) return;
    let patience = SILENCE_MS;
    for (const { size } of this.#pending.values()) patience += size / UNITS_PER_MS;
    this.#silence = setTimeout(() => this.#stopWorker(stopped()), patience);
  }

  /** @param {ClaimCheckError} reason */
  #stopWorker(reason) {
    clearTimeout(this.#silence);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = undefined;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(reason);
  }
}

/** The engine for this thread, a file of its own: whoever has a worker never needs it. */
async function engineHere() {
  try {
    return await import("./engine.js");
  } catch (fault) {
    throw new ClaimCheckError("network", `The file could not be loaded: ${/** @type {Error} */ (fault).message}`, { file: new URL("engine.js", surroundings.files.worker).href });
  }
}

function stopped() {
  return new ClaimCheckError("worker", "The checker's worker stopped; it is started again with the next check.");
}

function disposed() {
  return new ClaimCheckError("disposed", "This checker was disposed of.");
}

/** The local calendar day, ISO 8601. Only the edge knows a clock. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Everything an engine needs, fetched side by side. @param {LoadOptions} options @returns {Promise<Parts>} */
async function gather({ base = surroundings.files.base, wasm = surroundings.files.wasm, lexicon = surroundings.files.lexicon, timeout = 30_000 }) {
  if (typeof WebAssembly !== "object") {
    throw new ClaimCheckError("wasm", "This browser cannot run WebAssembly, or has it switched off.");
  }
  const [module, words, bytes] = await Promise.all([
    compile(wasm, timeout),
    bytesOf(lexicon, timeout),
    base === null ? undefined : bytesOf(base, timeout),
  ]);
  const baseUrl = isAddress(base) ? absolute(base) : undefined;
  return { module, lexicon: words, lexiconName: isAddress(lexicon) ? absolute(lexicon) : undefined, base: bytes, baseUrl, baseName: baseUrl };
}

/** @param {unknown} given @returns {given is Address} */
function isAddress(given) {
  return typeof given === "string" || given instanceof URL;
}

/** @param {Address} address */
function absolute(address) {
  return new URL(address, globalThis.document?.baseURI ?? surroundings.files.base).href;
}

/** @param {Address | Bytes} given @param {number} timeout */
async function bytesOf(given, timeout) {
  if (isAddress(given)) return surroundings.readBytes(String(given), timeout);
  return given instanceof Uint8Array ? given : new Uint8Array(given);
}

/** @param {Address | Bytes | WebAssembly.Module} given @param {number} timeout */
async function compile(given, timeout) {
  try {
    if (given instanceof WebAssembly.Module) return given;
    if (isAddress(given)) return await surroundings.compile(String(given), timeout);
    return await WebAssembly.compile(/** @type {BufferSource} */ (given));
  } catch (fault) {
    if (fault instanceof ClaimCheckError) throw fault;
    throw new ClaimCheckError("wasm", `Not a usable WebAssembly module: ${/** @type {Error} */ (fault).message}`);
  }
}
