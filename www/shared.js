/**
 * One checker, and so one worker and one base, for all elements of a document that ask for the same base.
 */
import { Checker } from "./checker.js";

/** @import { WorkerChecker } from "./core.js" */

/** A moved element leaves and comes back: the checker waits this long for it. */
const LINGER_MS = 1000;
/** @type {Map<string, {loading: Promise<WorkerChecker>, users: number}>} */
const checkers = new Map();
const warned = new Set();

/**
 * @param {string | undefined} base its address; the base beside the script where undefined
 * @returns {Promise<WorkerChecker>}
 */
export function borrow(base) {
  const key = base ?? "";
  let entry = checkers.get(key);
  if (!entry) {
    entry = { loading: Checker.load({ worker: true, ...(base && { base }) }), users: 0 };
    checkers.set(key, entry);
    entry.loading.then(
      ({ notice }) => {
        if (!notice || warned.has(notice)) return;
        warned.add(notice);
        console.info(`claim-check: ${notice}`);
      },
      () => checkers.get(key) === entry && checkers.delete(key), // so that a retry loads again
    );
  }
  entry.users++;
  return entry.loading;
}

/** @param {string | undefined} base */
export function giveBack(base) {
  const key = base ?? "";
  const entry = checkers.get(key);
  if (!entry || --entry.users > 0) return;
  setTimeout(async () => {
    if (entry.users > 0 || checkers.get(key) !== entry) return;
    checkers.delete(key);
    (await entry.loading.catch(() => undefined))?.dispose();
  }, LINGER_MS);
}
