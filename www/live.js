/**
 * Checking a text while it changes: paragraph by paragraph, and only the paragraphs that are new.
 */

/** @import { Claim, Report } from "./claimcheck.js" */
/** @import { Checker, WorkerChecker } from "./core.js" */

/** How many paragraphs wait in the worker at once: enough to keep it busy, few enough that a key press need not queue long. */
const IN_FLIGHT = 6;

/** Longest run of checks on the page's own thread before it may paint again. */
const SLICE_MS = 8;

/** A paragraph with its place in the text; the same object as long as its words stay the same. */
export class Block {
  /** @type {Finding[] | undefined} undefined until checked */ findings;
  /** @type {Report | undefined} */ report;

  /** @param {string} text @param {number} start */
  constructor(text, start) {
    this.text = text;
    this.start = start;
  }

  get end() {
    return this.start + this.text.length;
  }
}

/** A claim at its present place. Its identity outlives edits elsewhere in the text. */
export class Finding {
  /** @param {Block} block @param {Claim} claim with offsets in the paragraph */
  constructor(block, claim) {
    this.block = block;
    this.claim = claim;
  }

  get start() {
    return this.block.start + this.claim.start;
  }

  get end() {
    return this.block.start + this.claim.end;
  }

  /** The claim as the report of the whole text gives it. @returns {Claim} */
  placed() {
    return shifted(this.claim, this.block.start);
  }
}

export class LiveCheck {
  /** @type {Block[]} */ blocks = [];
  /** The reference date of the marks. */ asOf = "";
  #onChange;
  #onError;
  /** @type {Checker | WorkerChecker | undefined} */ #checker;
  /** @type {Set<Block>} */ #running = new Set();
  /** No block before this one waits to be checked. */ #next = 0;
  /** Milliseconds of this thread's time since the page could last paint. */ #busy = 0;
  /** Counts restarts, so that answers to an old question are dropped. */ #round = 0;

  /**
   * @param {() => void} onChange a paragraph was checked, or the text is known to need none
   * @param {(error: unknown) => void} onError
   */
  constructor(onChange, onError) {
    this.#onChange = onChange;
    this.#onError = onError;
  }

  /** @param {Checker | WorkerChecker | undefined} checker */
  use(checker) {
    this.#checker = checker;
    this.#forget();
    this.#pump();
  }

  /** @param {string} text @param {string} asOf */
  update(text, asOf) {
    if (asOf !== this.asOf) {
      this.asOf = asOf;
      this.#forget();
    }
    /** @type {Map<string, Block[]>} */
    const known = new Map();
    for (const block of this.blocks) known.get(block.text)?.push(block) ?? known.set(block.text, [block]);
    this.blocks = paragraphs(text).map(([start, end]) => {
      const words = text.slice(start, end);
      const block = known.get(words)?.shift() ?? new Block(words, start);
      block.start = start;
      return block;
    });
    this.#next = 0;
    this.#pump();
    if (this.isSettled) this.#onChange();
  }

  get isSettled() {
    return this.blocks.every((block) => block.findings);
  }

  /** @returns {Finding[]} */
  get findings() {
    return this.blocks.flatMap((block) => block.findings ?? []);
  }

  /** The report of the whole text; undefined before anything was checked. @returns {Report | undefined} */
  get report() {
    const reports = this.blocks.flatMap((block) => block.report ?? []);
    if (!reports.length) return undefined;
    const claims = this.findings.map((finding) => finding.placed());
    const has = (/** @type {string} */ verdict) => claims.some((claim) => claim.verdict === verdict);
    return {
      ...reports[0],
      verdict: has("conflicting") ? "conflicting" : has("unsupported") ? "unsupported" : claims.length ? "supported" : "none",
      claims,
      notices: [...new Set(reports.flatMap((report) => report.notices))],
    };
  }

  #forget() {
    this.#round++;
    this.#running.clear();
    this.#next = 0;
    this.blocks = this.blocks.map((block) => new Block(block.text, block.start));
  }

  /** Keeps a few paragraphs in flight, in the order of the text. */
  async #pump() {
    const round = this.#round;
    while (this.#checker && this.#running.size < IN_FLIGHT) {
      while (this.blocks[this.#next]?.findings || this.#running.has(this.blocks[this.#next])) this.#next++;
      const block = this.blocks[this.#next];
      if (!block) return;
      this.#running.add(block);
      const before = performance.now();
      this.#check(block, round);
      this.#busy += performance.now() - before;
      if (this.#busy > SLICE_MS) {
        // Without a worker the check has just run on this thread: let the page paint and take keys.
        this.#busy = 0;
        await new Promise((resolve) => setTimeout(resolve));
        if (round !== this.#round) return;
      }
    }
  }

  /** @param {Block} block @param {number} round */
  async #check(block, round) {
    try {
      const report = await this.#checker?.check(block.text, { asOf: this.asOf });
      if (round !== this.#round || !report) return;
      block.report = report;
      block.findings = report.claims.map((claim) => new Finding(block, claim));
    } catch (error) {
      if (round !== this.#round) return;
      block.findings = []; // Not asked again and again: a retry forgets everything.
      this.#onError(error);
    }
    this.#running.delete(block);
    this.#onChange();
    this.#pump();
  }
}

/** @param {Claim} claim @param {number} by @returns {Claim} */
function shifted(claim, by) {
  return { ...claim, start: claim.start + by, end: claim.end + by, parts: claim.parts.map((part) => ({ ...part, start: part.start + by, end: part.end + by })) };
}

/** A line this long that stops without a full stop may have been wrapped by hand and go on in the next line. */
const WRAPPED_LINE = [40, 100];

/**
 * The paragraphs of a text as [start, end]. Every line is one, except where a sentence was wrapped by hand.
 * @param {string} text
 */
export function paragraphs(text) {
  /** @type {[number, number][]} */
  const found = [];
  let open = -1;
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const line = text.slice(at, end).trimEnd();
    if (line) {
      if (open < 0) open = at;
      const mayGoOn = line.length >= WRAPPED_LINE[0] && line.length <= WRAPPED_LINE[1] && !/[.!?:;…。]["'”’)\]]*$/.test(line);
      if (!mayGoOn) {
        found.push([open, end]);
        open = -1;
      }
    } else if (open >= 0) {
      found.push([open, at - 1]);
      open = -1;
    }
    at = end + 1;
  }
  if (open >= 0) found.push([open, text.length]);
  return found;
}
