/**
 * A static file server for trying dist/ out and for the tests:  node www/serve.mjs [dir] [port]
 *
 * Listens on 127.0.0.1 only. Sends what a plain file host sends: a type, a length, brotli where asked for, and
 * `Access-Control-Allow-Origin: *`, without which no host lets another site embed its module scripts.
 */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".base": "application/octet-stream",
  ".txt": "text/plain; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
};

/** Compressed files, by path and time of change. @type {Map<string, Buffer>} */
const squeezed = new Map();
/** Within two percent of the best, in a tenth of the time: the first visitor should not wait for the server to squeeze. */
const BROTLI_QUALITY = 9;

/**
 * @param {string} dir
 * @param {number} [port] 0 for any free one
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean | Promise<boolean>} [first]
 *   a test's own answer; true if it gave one
 */
export async function serve(dir, port = 0, first) {
  const root = resolve(dir);
  const server = createServer(async (request, response) => {
    if (await first?.(request, response)) return;
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    let file;
    try {
      file = normalize(join(root, decodeURIComponent(pathname)));
    } catch {
      return void response.writeHead(400).end("Bad address");
    }
    if (file !== root && !file.startsWith(root + sep)) return void response.writeHead(403).end("Forbidden");
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end("Only GET");
    try {
      let about = await stat(file);
      if (about.isDirectory()) {
        if (!pathname.endsWith("/")) return void response.writeHead(301, { location: pathname + "/" }).end();
        file = join(file, "index.html");
        about = await stat(file);
      }
      const plain = await readFile(file);
      /** @type {Record<string, string | number>} */
      const headers = {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "access-control-allow-origin": "*",
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
      };
      /** @type {Buffer} */
      let body = plain;
      if (/\bbr\b/.test(String(request.headers["accept-encoding"])) && plain.length > 200) {
        const key = `${file} ${about.mtimeMs}`;
        const known = squeezed.get(key) ?? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
        squeezed.set(key, known);
        body = known;
        headers["content-encoding"] = "br";
      }
      response.writeHead(200, { ...headers, "content-length": body.length });
      response.end(request.method === "HEAD" ? undefined : body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8", "access-control-allow-origin": "*" }).end("Not found");
    }
  });
  await new Promise((resolveListening, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolveListening(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}/`, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [dir = "dist", port = "8080"] = process.argv.slice(2);
  try {
    const { url } = await serve(dir, Number(port));
    console.log(`${dir} is served on ${url}   (Ctrl-C stops it)`);
  } catch (fault) {
    console.error(`Port ${port} of 127.0.0.1 cannot be used: ${/** @type {Error} */ (fault).message}`);
    process.exit(2);
  }
}
