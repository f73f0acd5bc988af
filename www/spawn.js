/**
 * Starting our worker under Trusted Types: one policy named `claimcheck` that lets through only our own worker's URL.
 */
const ownWorker = new URL("worker.js", import.meta.url).href;
// A page may hold the page bundle and the element's: under `trusted-types claimcheck` a policy can be made only once.
const slot = Symbol.for("claimcheck.worker-policy");

/** @param {string} url @returns {Worker} */
export function spawnWorker(url) {
  return new Worker(url === ownWorker ? trusted(url) : url, { name: "claimcheck" });
}

/** @param {string} url */
function trusted(url) {
  /** @type {any} */
  const page = globalThis;
  if (!page.trustedTypes) return url;
  page[slot] ??= page.trustedTypes.createPolicy("claimcheck", {
    /** @param {string} candidate */
    createScriptURL(candidate) {
      if (candidate === ownWorker) return candidate;
      throw new TypeError("The claimcheck policy admits only its own worker.");
    },
  });
  return page[slot].createScriptURL(url);
}
