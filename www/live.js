/**
 * Checking a text while it changes: paragraph by paragraph, and only the paragraphs that are new.
 */

/** @import { Claim, Report } from "./claimcheck.js" */
/** @import { Checker, WorkerChecker } from "./core.js" */

/** How many paragraphs wait in the worker at once: enough to keep it busy, few enough that a key press need not queue long. */
const IN_FLIGHT = 6;

/** Longest run of checks on the page's own thread before it may paint again. */
const SLICE_MS = 8;

/** A worker that dies takes all its paragraphs down, and one of them may be the cause: each is tried again this often, alone. */
const RETRIES = 2;
/** Faults of the worker, not of the text: worth another try. */
const PASSING = ["worker", "crashed"];

/** A paragraph with its place in the text; the same object as long as its words stay the same. */
export class Block {
  /** @type {Finding[] | undefined} undefined until checked */ findings;
  /** @type {Report | undefined} */ report;
  /** How often its check has failed. */ failures = 0;
  /** What it was checked with: whether the paragraph before speaks of another party. */ otherParty = false;

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
  #text = "";
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
    if (text !== this.#text) this.#adopt(text);
    this.#pump();
    if (this.isSettled) this.#onChange();
  }

  /**
   * Cuts the text into paragraphs again where it changed, and only there: what a key press costs must not grow with the text.
   * @param {string} text
   */
  #adopt(text) {
    const old = this.blocks;
    const head = commonStart(this.#text, text);
    const tail = commonEnd(this.#text, text, head);
    const growth = text.length - this.#text.length;
    const changeEnd = text.length - tail;
    this.#text = text;
    // Everything before the start of a paragraph that the change leaves where it is decides on itself alone.
    let first = old.findLastIndex((block) => block.start <= head);
    if (first < 0) first = 0;
    let next = first;
    let isJoined = false;
    /** Whether the old paragraphs go on from here as they were. @param {number} at */
    const rejoins = (at) => {
      if (at < changeEnd) return false;
      while (next < old.length && old[next].start + growth < at) next++;
      return (isJoined = next < old.length && old[next].start + growth === at);
    };
    const cut = paragraphs(text, old[first] && old[first].start <= head ? old[first].start : 0, rejoins);
    if (!isJoined) next = old.length;
    const kept = old.slice(next);
    for (const block of kept) block.start += growth;
    /** @type {Map<string, Block[]>} */
    const known = new Map();
    for (const block of old.slice(first, next)) known.get(block.text)?.push(block) ?? known.set(block.text, [block]);
    const fresh = cut.map(([start, end]) => {
      const words = text.slice(start, end);
      const block = known.get(words)?.shift() ?? new Block(words, start);
      block.start = start;
      return block;
    });
    this.blocks = [...old.slice(0, first), ...fresh, ...kept];
    this.#next = Math.min(this.#next, first);
    this.#reconsider();
  }

  /** Whether the paragraph before speaks of another party, as far as is known. @param {number} index */
  #otherParty(index) {
    return this.blocks[index - 1]?.report?.otherParty ?? false;
  }

  /** Those paragraphs are checked anew that were checked with something else than what the paragraph before them says now. */
  #reconsider() {
    for (const [index, block] of this.blocks.entries()) {
      // A paragraph that is just being typed in says what it speaks of once it is checked: until then the next one keeps its marks.
      if (!block.report || (index && !this.blocks[index - 1].report) || block.otherParty === this.#otherParty(index)) continue;
      block.findings = block.report = undefined;
      this.#next = Math.min(this.#next, index);
    }
  }

  get isSettled() {
    return this.blocks.every((block) => block.findings);
  }

  /** @returns {Finding[]} */
  get findings() {
    return this.blocks.flatMap((block) => block.findings ?? []);
  }

  /** The first report there is: its engine, base and date are those of all. */
  get about() {
    return this.blocks.find((block) => block.report)?.report;
  }

  /** What the reports remark on, each remark once. */
  get notices() {
    return [...new Set(this.blocks.flatMap((block) => block.report?.notices ?? []))];
  }

  /** The report of the whole text; undefined before anything was checked. @returns {Report | undefined} */
  get report() {
    const { about } = this;
    if (!about) return undefined;
    const claims = this.findings.map((finding) => finding.placed());
    const has = (/** @type {string} */ verdict) => claims.some((claim) => claim.verdict === verdict);
    return {
      ...about,
      verdict: has("conflicting") ? "conflicting" : has("unsupported") ? "unsupported" : claims.length ? "supported" : "none",
      claims,
      notices: this.notices,
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
      // A second try goes alone. And while words that have changed since are still being checked, a newer version waits:
      // else a long paragraph would pile up its versions, one a key.
      if (this.#running.size && (block.failures || [...this.#running].some((other) => other.failures || !this.#isCurrent(other)))) return;
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
      // Most paragraphs need not wait for the one before them: if it turns out to speak of another party, this one is checked again.
      const otherParty = this.#otherParty(this.blocks.indexOf(block));
      const report = await this.#checker?.check(block.text, { asOf: this.asOf, otherParty });
      if (round !== this.#round || !report) return;
      block.otherParty = otherParty;
      block.report = report;
      block.findings = report.claims.map((claim) => new Finding(block, claim));
      this.#reconsider();
    } catch (error) {
      if (round !== this.#round) return;
      block.failures++;
      if (block.failures <= RETRIES && PASSING.includes(/** @type {any} */ (error)?.code)) this.#next = 0;
      else {
        block.findings = []; // Not asked again and again: a retry forgets everything.
        this.#onError(error);
      }
    }
    this.#running.delete(block);
    this.#pump();
    if (block.findings && this.#isCurrent(block)) this.#onChange();
  }

  /** @param {Block} block */
  #isCurrent(block) {
    return this.blocks[blockAt(this.blocks, block.start)] === block;
  }
}

/** @param {Claim} claim @param {number} by @returns {Claim} */
function shifted(claim, by) {
  return { ...claim, start: claim.start + by, end: claim.end + by, parts: claim.parts.map((part) => ({ ...part, start: part.start + by, end: part.end + by })) };
}

/** The last block that starts at or before a place, -1 where none does. @param {Block[]} blocks @param {number} at */
function blockAt(blocks, at) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many units two texts begin with in common. Halving compares long stretches at once, which engines do fast. @param {string} a @param {string} b */
function commonStart(a, b) {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many units two texts end with in common, beyond their common start. @param {string} a @param {string} b @param {number} start */
function commonEnd(a, b, start) {
  let low = 0;
  let high = Math.min(a.length, b.length) - start;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line this long that stops without a full stop may have been wrapped by hand and go on in the next line. */
const WRAPPED_LINE = [40, 100];

/**
 * The paragraphs of a text as [start, end]. Every line is one, except where a sentence was wrapped by hand.
 * @param {string} text
 * @param {number} [from] the start of a paragraph, to begin there
 * @param {(at: number) => boolean} [isEnough] asked at the start of each paragraph: whether to stop before it
 */
export function paragraphs(text, from = 0, isEnough = () => false) {
  /** @type {[number, number][]} */
  const found = [];
  let open = -1;
  let at = from;
  while (at < text.length) {
    if (open < 0 && isEnough(at)) return found;
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
