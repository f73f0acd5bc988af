/**
 * Getting the static files in a browser: http(s) only, bounded in time, with errors that name the file.
 */
import { ClaimCheckError } from "./errors.js";

/**
 * @param {string} url
 * @param {number} timeout milliseconds until a file that never comes is given up
 */
export async function fetchBytes(url, timeout) {
  const { signal, response } = await get(url, timeout);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (fault) {
    throw unreachable(url, signal, fault);
  }
}

/**
 * @param {string} url
 * @param {number} timeout
 */
export async function compileModule(url, timeout) {
  const { signal, response } = await get(url, timeout);
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  try {
    // Hosts that do not know .wasm name another type, which the streaming compiler refuses.
    return streams ? await WebAssembly.compileStreaming(response) : await WebAssembly.compile(await response.arrayBuffer());
  } catch (fault) {
    if (fault instanceof WebAssembly.CompileError) throw new ClaimCheckError("wasm", `Not a usable WebAssembly module: ${fault.message}`, { file: url });
    throw unreachable(url, signal, fault);
  }
}

/**
 * @param {string} address
 * @param {number} timeout
 */
async function get(address, timeout) {
  const url = webUrl(address);
  const signal = AbortSignal.timeout(timeout);
  let response;
  try {
    response = await fetch(url, { signal, credentials: "same-origin" });
  } catch (fault) {
    throw unreachable(url, signal, fault);
  }
  if (!response.ok) {
    throw new ClaimCheckError("network", `The file could not be loaded: expected status 200, found ${response.status}.`, { file: url });
  }
  return { signal, response };
}

/** @param {string} address */
function webUrl(address) {
  let url;
  try {
    url = new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch {
    throw new ClaimCheckError("network", "This is not a web address.", { file: address });
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new ClaimCheckError("network", `Only http and https addresses are loaded, found "${url.protocol}".`, { file: address });
  }
  return url.href;
}

/** @param {string} url @param {AbortSignal} signal @param {any} fault */
function unreachable(url, signal, fault) {
  const why = signal.aborted ? "it did not arrive in time" : (fault?.message ?? "the connection failed");
  return new ClaimCheckError("network", `The file could not be loaded: ${why}.`, { file: url });
}
