/**
 * The one walker that maps DOM to text: what a reader sees, in reading order, as one string, with every offset mapped
 * back to its place in a text node. Blocks are parted by an empty line, `<br>` by a line end. Nothing is changed.
 */

/** Elements whose text nobody reads as prose. */
const SKIPPED = new Set([
  "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TEXTAREA", "INPUT", "SELECT", "BUTTON", "OPTION", "IFRAME", "OBJECT", "EMBED",
  "SVG", "MATH", "CANVAS", "VIDEO", "AUDIO", "RT", "RP", "CLAIM-CHECK", "HEAD", "DIALOG", "PROGRESS", "METER", "DATALIST",
]);

/** The text of an element, and where each of its characters stands. */
export class TextMap {
  /** @type {string} */ text;
  #nodes;
  #starts;
  /** @type {Map<Node, number> | undefined} */ #startOf;

  /**
   * @param {string} text
   * @param {Text[]} nodes in order
   * @param {number[]} starts of each node's characters in the text
   */
  constructor(text, nodes, starts) {
    this.text = text;
    this.#nodes = nodes;
    this.#starts = starts;
  }

  /**
   * Where a character stands. A place between two nodes belongs to the later one for starts and the earlier for ends.
   * @param {number} offset
   * @param {boolean} [isEnd]
   * @returns {[Text, number] | null}
   */
  point(offset, isEnd = false) {
    let low = 0;
    let high = this.#nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] < offset || (!isEnd && this.#starts[middle] === offset)) low = middle;
      else high = middle - 1;
    }
    const node = this.#nodes[low];
    return node ? [node, Math.max(0, Math.min(offset - this.#starts[low], node.length))] : null;
  }

  /** The offset of a place in the DOM, or -1 where it is in no text that was read. @param {Node} node @param {number} at */
  offset(node, at) {
    this.#startOf ??= new Map(this.#nodes.map((text, i) => [text, this.#starts[i]]));
    const start = this.#startOf.get(node);
    return start === undefined ? -1 : start + at;
  }
}

/** What an editor of ours holds: text nodes and line breaks, with every space as typed. @param {Node} root */
export function readEditor(root) {
  const gathered = new Gathering();
  /** @param {Node} parent */
  const walk = (parent) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node instanceof Text) gathered.add(node, node.data);
      else if (node.nodeName === "BR") gathered.lineBreak();
      else {
        // Browsers without plaintext-only wrap lines in blocks of their own.
        if (gathered.length) gathered.lineBreak();
        walk(node);
      }
    }
  };
  walk(root);
  return gathered.done();
}

/** What a reader sees of an element of somebody else's page. @param {Element} root */
export function readElement(root) {
  const gathered = new Gathering();
  /** @param {Element} element @param {boolean} keepsSpace @param {boolean} isSeen */
  const walk = (element, keepsSpace, isSeen) => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node instanceof Element) enter(node);
      else if (node instanceof Text && isSeen) gathered.add(node, keepsSpace ? node.data : node.data.replace(/[\t\n\r\f]/g, " "));
    }
  };
  /** @param {Element} element */
  const enter = (element) => {
    const name = element.tagName.toUpperCase();
    if (name === "BR") return gathered.lineBreak();
    if (name === "WBR") return;
    if (SKIPPED.has(name) || element.hasAttribute("hidden")) return;
    // A note number right behind a figure ("519,000²") would spoil the figure.
    if (name === "SUP" && (element.querySelector("a") || element.matches("[role=doc-noteref]"))) return;
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    const isSeen = style.visibility === "visible"; // children may be seen in a parent that is not
    if (style.position === "absolute" && (style.clipPath === "inset(50%)" || /^rect\([01](px)?,/.test(style.clip))) return; // for screen readers only
    const keepsSpace = style.whiteSpace.startsWith("pre") || style.whiteSpace.startsWith("break-spaces");
    const isInline = style.display.startsWith("inline") || style.display === "contents" || style.display.startsWith("ruby");
    if (!isInline) gathered.blockBreak();
    if (name === "DETAILS" && !element.hasAttribute("open")) {
      const summary = element.querySelector(":scope > summary");
      if (summary) enter(summary);
    } else {
      walk(element, keepsSpace, isSeen);
    }
    if (!isInline) gathered.blockBreak();
  };
  enter(root);
  return gathered.done();
}

class Gathering {
  #pieces = /** @type {string[]} */ ([]);
  #nodes = /** @type {Text[]} */ ([]);
  #starts = /** @type {number[]} */ ([]);
  #blockDue = false;
  length = 0;

  /** @param {Text} node @param {string} text of the same length as the node's */
  add(node, text) {
    if (!text) return;
    if (this.#blockDue) {
      if (!text.trim()) return; // indentation between two blocks
      if (this.length) this.#push("\n\n");
      this.#blockDue = false;
    }
    this.#nodes.push(node);
    this.#starts.push(this.length);
    this.#push(text);
  }

  lineBreak() {
    this.#push("\n");
  }

  blockBreak() {
    this.#blockDue = true;
  }

  done() {
    return new TextMap(this.#pieces.length === 1 ? this.#pieces[0] : this.#pieces.join(""), this.#nodes, this.#starts);
  }

  /** @param {string} text */
  #push(text) {
    this.#pieces.push(text);
    this.length += text.length;
  }
}
