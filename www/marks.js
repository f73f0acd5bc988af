/**
 * Marks on text that is not ours to change: ranges painted through the CSS Custom Highlight API or, where that is
 * missing, boxes laid over the text. Colour and line style both tell the verdict.
 *
 * The registry of highlights belongs to the whole document and may serve several checkers and other scripts: we use
 * names of our own and take away only the ranges that we put there.
 */

import boxCss from "./boxes.css";
import highlightCss from "./marks.css";

/** @import { Verdict } from "./claimcheck.js" */
/** @typedef {{verdict: Verdict, range: Range, key: object, isPainted: boolean}} Mark */
/** @typedef {[Node, number]} Point */
/** @typedef {{key: object, verdict: Verdict, start: Point, end: Point}} Wanted */

/** @type {Verdict[]} */
export const VERDICTS = ["conflicting", "unsupported", "supported"];
const SELECTED = "claimcheck-selected";
// In forced colours Chromium paints whatever is highlighted as if it were selected; boxes keep their line styles.
const canHighlight = typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS && !matchMedia("(forced-colors: active)").matches;

/** @param {Verdict} verdict */
const highlightName = (verdict) => `claimcheck-${verdict}`;

/** One sheet for every root that needs it, with the number of those who asked. @type {WeakMap<Document | ShadowRoot, number>} */
const users = new WeakMap();
/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {Document | ShadowRoot} root */
function lendStyles(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(canHighlight ? highlightCss : boxCss);
  }
  const count = users.get(root) ?? 0;
  if (!count) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  users.set(root, count + 1);
}

/** @param {Document | ShadowRoot} root */
function returnStyles(root) {
  const count = (users.get(root) ?? 1) - 1;
  users.set(root, count);
  if (!count) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
}

/** With more marks than this in one flow of text, only those near the window are painted: the browser's work for a key
 * press grows with the painted ranges of a text (measured at 10,000 words: 27 ms with all, 13 ms with none). */
const PAINT_ALL = 120;
/** An edit that brings more new marks than this is a paste: where they lie is asked at once. */
const EDIT_MOST = 20;
const PAINT_PAUSE_MS = 300;

/** The marks of one checked text. */
export class Marks {
  /** @type {Map<object, Mark>} */ #marks = new Map();
  /** @type {Mark | undefined} */ #chosen;
  #root;
  /** @type {Overlay | undefined} */ #overlay;
  #isOneFlow;
  #scrollFrame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;

  /**
   * @param {Document | ShadowRoot} root the tree the text is in
   * @param {Element} overlayHost where boxes go, in browsers without highlights; positioned, and moving with the text
   * @param {boolean} isOneFlow whether later text always stands below earlier text, as in an editor of ours
   */
  constructor(root, overlayHost, isOneFlow) {
    this.#root = root;
    this.#isOneFlow = isOneFlow;
    if (isOneFlow) addEventListener("scroll", this.#onScroll, { passive: true, capture: true });
    lendStyles(root);
    if (!canHighlight) {
      if (overlayHost.getRootNode() !== root) lendStyles(/** @type {ShadowRoot} */ (overlayHost.getRootNode()));
      this.#overlay = new Overlay(overlayHost, () => [...this.#marks.values()].filter(({ isPainted }) => isPainted), () => this.#chosen);
    }
  }

  /**
   * Makes the marks these, and touches only those that differ from what is painted.
   * @param {Wanted[]} wanted
   * @param {(mark: Mark) => boolean} [keep] marks that stay although unwanted: their paragraph is still being checked
   */
  set(wanted, keep = () => false) {
    const old = this.#marks;
    const known = wanted.map(({ key }) => {
      const mark = old.get(key);
      old.delete(key);
      return mark;
    });
    // A paragraph that was checked again mostly gets the marks it had: their ranges have followed the edit, and as long
    // as they stay the browser has nothing to paint.
    const leftBehind = known.includes(undefined) ? new Leftovers(old.values()) : undefined;
    this.#marks = new Map();
    /** @type {Mark[]} */
    const fresh = [];
    for (const [i, { key, verdict, start, end }] of wanted.entries()) {
      const same = known[i] ?? leftBehind?.take(verdict, start);
      const mark = same ?? { key, verdict, range: new Range(), isPainted: false };
      if (!same) fresh.push(mark);
      old.delete(mark.key);
      mark.key = key;
      const { range } = mark;
      // Ranges follow edits by themselves; only a node that was replaced leaves one astray.
      if (range.startContainer !== start[0] || range.startOffset !== start[1]) range.setStart(...start);
      if (range.endContainer !== end[0] || range.endOffset !== end[1]) range.setEnd(...end);
      this.#marks.set(key, mark);
    }
    const asked = this.#marks.size;
    for (const mark of old.values()) {
      if (!mark.range.collapsed && mark.range.startContainer.isConnected && keep(mark)) this.#marks.set(mark.key, mark);
      else this.#wipe(mark);
    }
    if (this.#marks.size > asked) this.#marks = new Map([...this.#marks].sort(([, { range: a }], [, { range: b }]) => a.compareBoundaryPoints(Range.START_TO_START, b)));
    this.#paintEdit(fresh);
  }

  /** @param {object | undefined} key */
  choose(key) {
    const mark = key && this.#marks.get(key);
    if (mark === this.#chosen) return;
    if (this.#chosen) take(SELECTED, this.#chosen.range);
    this.#chosen = mark;
    if (mark) put(SELECTED, mark.range, 1);
    this.#overlay?.draw();
  }

  /** @param {object} key @returns {Range | undefined} */
  range(key) {
    return this.#marks.get(key)?.range;
  }

  /** Whose mark lies under this point of the window. @param {number} x @param {number} y @returns {object | undefined} */
  at(x, y) {
    for (const { key, range } of this.#near(x, y)) {
      for (const box of range.getClientRects()) {
        if (x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 2 && y <= box.bottom + 4) return key;
      }
    }
    return undefined;
  }

  dispose() {
    removeEventListener("scroll", this.#onScroll, { capture: true });
    cancelAnimationFrame(this.#scrollFrame);
    clearTimeout(this.#pause);
    this.choose(undefined);
    for (const mark of this.#marks.values()) this.#wipe(mark);
    this.#marks.clear();
    this.#overlay?.remove();
    returnStyles(this.#root);
  }

  /** With thousands of marks, asking each for its boxes is slow; the browser knows which text is under the pointer. */
  #near(/** @type {number} */ x, /** @type {number} */ y) {
    const marks = [...this.#marks.values()];
    if (marks.length < 200) return marks;
    const roots = this.#root instanceof ShadowRoot ? { shadowRoots: [this.#root] } : undefined;
    const caret = document.caretPositionFromPoint?.(x, y, roots);
    return caret ? marks.filter(({ range }) => range.isPointInRange(caret.offsetNode, caret.offset)) : marks;
  }

  #onScroll = () => {
    if (this.#marks.size <= PAINT_ALL) return;
    this.#scrollFrame ||= requestAnimationFrame(() => {
      this.#scrollFrame = 0;
      this.#paint();
    });
  };

  #paint() {
    const marks = [...this.#marks.values()];
    const [from, to] = this.#isOneFlow && marks.length > PAINT_ALL ? nearWindow(marks) : [0, marks.length];
    this.#paintFrom(marks, from, to);
  }

  /**
   * After an edit: what is new beside painted marks is painted, too. Asking where the marks lie would lay out the text
   * within the key press; that is put off until the writer pauses.
   */
  #paintEdit(/** @type {Mark[]} */ fresh) {
    const marks = [...this.#marks.values()];
    if (!this.#isOneFlow || marks.length <= PAINT_ALL) return this.#paintFrom(marks, 0, marks.length);
    if (fresh.length > EDIT_MOST || !marks.some(({ isPainted }) => isPainted)) return this.#paint();
    const isFresh = new Set(fresh);
    marks.forEach((mark, i) => {
      if (isFresh.has(mark) && (marks[i - 1]?.isPainted || marks.slice(i + 1).find((next) => !isFresh.has(next))?.isPainted)) this.#put(mark);
    });
    this.#overlay?.draw();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#paint(), PAINT_PAUSE_MS);
  }

  /** @param {Mark[]} marks @param {number} from @param {number} to */
  #paintFrom(marks, from, to) {
    marks.forEach((mark, i) => {
      if (i < from || i >= to) this.#unpaint(mark);
      else this.#put(mark);
    });
    this.#overlay?.draw();
  }

  /** @param {Mark} mark */
  #put(mark) {
    if (!mark.isPainted) put(highlightName(mark.verdict), mark.range);
    mark.isPainted = true;
  }

  /** @param {Mark} mark */
  #unpaint(mark) {
    if (mark.isPainted) take(highlightName(mark.verdict), mark.range);
    mark.isPainted = false;
  }

  /** @param {Mark} mark */
  #wipe(mark) {
    if (mark === this.#chosen) this.choose(undefined);
    this.#unpaint(mark);
  }
}

/** Marks that nobody asked for again, by the place where they start. */
class Leftovers {
  /** @type {Map<number, Mark[]>} */ #byOffset = new Map();

  /** @param {Iterable<Mark>} marks */
  constructor(marks) {
    for (const mark of marks) {
      const at = mark.range.startOffset;
      this.#byOffset.get(at)?.push(mark) ?? this.#byOffset.set(at, [mark]);
    }
  }

  /** @param {Verdict} verdict @param {Point} start */
  take(verdict, [node, at]) {
    const here = this.#byOffset.get(at) ?? [];
    const i = here.findIndex(({ verdict: other, range }) => other === verdict && range.startContainer === node && !range.collapsed);
    return i < 0 ? undefined : here.splice(i, 1)[0];
  }
}

/** The marks up to a window's height above and below the window, as [from, to). @param {Mark[]} marks in one flow of text */
function nearWindow(marks) {
  /** @param {(box: DOMRect) => boolean} isBeyond */
  const first = (isBeyond) => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBeyond(marks[middle].range.getBoundingClientRect())) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [first((box) => box.bottom > -innerHeight), first((box) => box.top > 2 * innerHeight)];
}

/** @param {string} name @param {Range} range @param {number} [priority] */
function put(name, range, priority = 0) {
  if (!canHighlight) return;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
  highlight.add(range);
}

/** @param {string} name @param {Range} range */
function take(name, range) {
  if (!canHighlight) return;
  const highlight = CSS.highlights.get(name);
  highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}

/** Boxes over the text, for browsers without highlights; drawn again whenever the text or the window changes. */
class Overlay {
  #layer = document.createElement("div");
  #marks;
  #chosen;
  #due = 0;
  #watch;

  /** @param {Element} host @param {() => Mark[]} marks @param {() => Mark | undefined} chosen */
  constructor(host, marks, chosen) {
    this.#marks = marks;
    this.#chosen = chosen;
    this.#layer.className = "claimcheck-overlay";
    this.#layer.setAttribute("aria-hidden", "true");
    host.append(this.#layer);
    this.#watch = new ResizeObserver(() => this.draw());
    this.#watch.observe(host);
  }

  draw() {
    this.#due ||= requestAnimationFrame(() => {
      this.#due = 0;
      const origin = this.#layer.getBoundingClientRect();
      const boxes = document.createDocumentFragment();
      for (const mark of this.#marks()) {
        for (const rect of mark.range.getClientRects()) {
          const box = document.createElement("div");
          box.className = highlightName(mark.verdict) + (mark === this.#chosen() ? " claimcheck-chosen" : "");
          box.style.left = `${rect.left - origin.left}px`;
          box.style.top = `${rect.top - origin.top}px`;
          box.style.width = `${rect.width}px`;
          box.style.height = `${rect.height}px`;
          boxes.append(box);
        }
      }
      this.#layer.replaceChildren(boxes);
    });
  }

  remove() {
    cancelAnimationFrame(this.#due);
    this.#watch.disconnect();
    this.#layer.remove();
  }
}
