/**
 * The engine in this realm, be it the page's thread or the worker: the one place that calls the bindings.
 */
import { Engine, initSync, installLexicon, readText } from "./claimcheck.js";
import { ClaimCheckError, isTrap } from "./errors.js";

/** @import { Report, SourceMeta } from "./claimcheck.js" */
/**
 * What an engine is made of: everything is fetched before, so that the worker itself never asks the network.
 * @typedef {{module: WebAssembly.Module, lexicon: Uint8Array, lexiconName?: string, base?: Uint8Array, baseName?: string, baseUrl?: string}} Parts
 */

export class EngineHost {
  /** @type {Engine | undefined} */ #engine;
  #parts;
  /** Documents that were added, kept so that a fresh engine can be given them again. @type {Map<string, {text: string, meta: SourceMeta}>} */
  #added = new Map();

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {Parts} parts */
  static async start(parts) {
    const host = new EngineHost(parts);
    let file = parts.lexiconName;
    try {
      initSync({ module: parts.module });
      installLexicon(parts.lexicon);
      file = parts.baseName;
      host.#engine = new Engine(parts.base);
    } catch (thrown) {
      throw ClaimCheckError.from(thrown, file);
    }
    return host;
  }

  /**
   * @param {string} text
   * @param {string} asOf
   * @param {boolean} otherParty
   * @returns {Report}
   */
  check(text, asOf, otherParty) {
    const report = this.#run((engine) => engine.check(text, asOf, otherParty));
    for (const claim of report.claims) this.#resolveLinks(claim.evidence);
    return report;
  }

  /**
   * @param {string | Blob} text
   * @param {SourceMeta} meta
   */
  async addSource(text, meta) {
    const words = typeof text === "string" ? text : await readText(text);
    const source = this.#run((engine) => engine.addSource(words, meta));
    this.#added.set(source.id, { text: words, meta: { ...meta, id: source.id } });
    return source;
  }

  /** @param {string} id */
  removeSource(id) {
    this.#added.delete(id);
    return this.#run((engine) => engine.removeSource(id));
  }

  sources() {
    return this.#run((engine) => engine.sources());
  }

  disagreements() {
    const questions = this.#run((engine) => engine.disagreements());
    for (const question of questions) this.#resolveLinks(question.readings);
    return questions;
  }

  info() {
    return this.#run((engine) => engine.info());
  }

  dispose() {
    this.#engine?.free();
    this.#engine = undefined;
  }

  /**
   * @template T
   * @param {(engine: Engine) => T} call
   * @returns {T}
   */
  #run(call) {
    if (!this.#engine) throw new ClaimCheckError("disposed", "This checker was disposed of.");
    try {
      return call(this.#engine);
    } catch (thrown) {
      if (isTrap(thrown)) this.#rebuild();
      throw ClaimCheckError.from(thrown);
    }
  }

  /** After a trap the old engine may still count as borrowed: a new one, with the same documents, does not. */
  #rebuild() {
    this.#engine = new Engine(this.#parts.base);
    for (const { text, meta } of this.#added.values()) this.#engine.addSource(text, meta);
  }

  /**
   * Links of a base are relative to it. Whatever is no plain web link in the end ("javascript:", say) is no link.
   * @param {{link: string}[]} readings
   */
  #resolveLinks(readings) {
    for (const reading of readings) reading.link = resolveLink(reading.link, this.#parts.baseUrl);
  }
}

/**
 * @param {string} link
 * @param {string | undefined} baseUrl
 */
export function resolveLink(link, baseUrl) {
  if (!link) return "";
  try {
    const url = new URL(link, baseUrl);
    return ["https:", "http:", "file:"].includes(url.protocol) ? url.href : "";
  } catch {
    // A base given as bytes has no address: its relative links stay what they are, and nothing else does.
    return /^[\w-]+(\/[\w.%-]+)*(#[\w-]+)?$/.test(link) ? link : "";
  }
}
