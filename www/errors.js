/**
 * The one error type of the JavaScript side. `code` is for programs, `message` for people; the rest says where.
 */
export class ClaimCheckError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{file?: string, line?: number, field?: string}} [where]
   */
  constructor(code, message, where = {}) {
    super(message);
    this.name = "ClaimCheckError";
    this.code = code;
    /** The file the fault is in, where there is one. @type {string | undefined} */
    this.file = where.file;
    /** The line, counted from 1. @type {number | undefined} */
    this.line = where.line;
    /** @type {string | undefined} */
    this.field = where.field;
  }

  /**
   * Makes an error of whatever was thrown: the engine throws plain `{code, message, …}`, a broken WASM instance traps.
   * @param {any} thrown
   * @param {string} [file] named where the engine itself could not know it
   */
  static from(thrown, file) {
    if (thrown instanceof ClaimCheckError) return thrown;
    if (isTrap(thrown)) return new ClaimCheckError("crashed", `The checker stopped unexpectedly (${thrown.message}).`, { file });
    const { code = "internal", message = String(thrown), line, field } = thrown ?? {};
    return new ClaimCheckError(typeof code === "string" ? code : "internal", message, { file: thrown?.file ?? file, line, field });
  }

  /** As it crosses a worker's boundary. */
  toJSON() {
    const { code, message, file, line, field } = this;
    return { code, message, file, line, field };
  }
}

/** @param {unknown} thrown */
export function isTrap(thrown) {
  return typeof WebAssembly === "object" && thrown instanceof WebAssembly.RuntimeError;
}
