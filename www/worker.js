/**
 * The worker: one self-contained file. It receives the compiled module, the lexicon and the base by message and asks
 * the network for nothing. Calls come as `{id, method, args}` and are answered, in order, as `{id, value}` or `{id, error}`.
 */
import { EngineHost } from "./engine.js";
import { ClaimCheckError } from "./errors.js";

/** @type {EngineHost | undefined} */
let host;

/** @param {string} method @param {any[]} args */
async function answer(method, args) {
  if (method === "start") {
    host = await EngineHost.start(args[0]);
    return host.info();
  }
  if (!host) throw new ClaimCheckError("internal", "The worker was called before it was started.");
  // @ts-expect-error the methods of the host are the methods of the protocol
  return host[method](...args);
}

// One call after another: adding a file waits for its bytes, and a check sent after it must see it.
let turn = Promise.resolve();
self.onmessage = ({ data: { id, method, args } }) => {
  turn = turn.then(async () => {
    try {
      self.postMessage({ id, value: await answer(method, args) });
    } catch (thrown) {
      self.postMessage({ id, error: ClaimCheckError.from(thrown).toJSON() });
    }
  });
};
