/**
 * Dismissed marks, known by a checksum of the sentence. Kept in memory; on the device only after consent, and then
 * the checksums alone.
 */
const STORE = "claimcheck.dismissed";

export class Dismissed {
  /** @type {Set<string>} */ #sums;
  isRemembered = false;

  constructor() {
    const kept = readStore();
    this.isRemembered = kept !== null;
    this.#sums = new Set(kept ?? []);
  }

  get isEmpty() {
    return this.#sums.size === 0;
  }

  /** @param {string} sentence */
  has(sentence) {
    return this.#sums.has(checksum(sentence));
  }

  /** @param {string} sentence */
  add(sentence) {
    this.#sums.add(checksum(sentence));
    this.#keep();
  }

  clear() {
    this.#sums.clear();
    this.#keep();
  }

  /** @param {boolean} wanted the reader's consent, or its withdrawal */
  remember(wanted) {
    this.isRemembered = wanted;
    if (wanted) this.#keep();
    else writeStore(null);
  }

  #keep() {
    if (this.isRemembered) writeStore([...this.#sums]);
  }
}

/** 64 bits of FNV-1a over the words, so that spacing does not matter. @param {string} sentence */
export function checksum(sentence) {
  let sum = 0xcbf29ce484222325n;
  for (const char of sentence.trim().replace(/\s+/g, " ")) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return sum.toString(36);
}

/** @returns {string[] | null} null where nobody consented, or storage is closed to us */
function readStore() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? "null");
    return Array.isArray(kept) ? kept.filter((sum) => typeof sum === "string") : null;
  } catch {
    return null;
  }
}

/** @param {string[] | null} sums */
function writeStore(sums) {
  try {
    if (sums) localStorage.setItem(STORE, JSON.stringify(sums));
    else localStorage.removeItem(STORE);
  } catch {
    // Storage is off in this browser: dismissals last as long as the page.
  }
}
