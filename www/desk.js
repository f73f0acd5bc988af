/**
 * The desk: one checked text with its marks, its chosen claim, its filter and its dismissed marks. The page and the
 * element both sit on it and only differ in what they show around.
 */
import { LiveCheck } from "./live.js";
import { Marks, VERDICTS } from "./marks.js";
import { TextMap } from "./walker.js";

/** @import { Verdict } from "./claimcheck.js" */
/** @import { Finding } from "./live.js" */
/** @import { Dismissed } from "./dismissed.js" */
/** @import { Checker, WorkerChecker } from "./core.js" */

/** With more paragraphs than this still to check, the display follows only now and then. */
const MANY = 40;
const BULK_DISPLAY_MS = 200;

/**
 * @typedef {object} Setting
 * @property {() => TextMap} read the text as it is now
 * @property {Document | ShadowRoot} root the tree the text is in
 * @property {Element} overlayHost see `Marks`
 * @property {boolean} [isOneFlow] see `Marks`
 * @property {Dismissed} dismissed
 * @property {(isChecked: boolean) => void} onUpdate findings, counts or marks changed; whether because something was checked
 * @property {(finding: Finding | undefined, how: Choice) => void} onChoose
 * @property {(error: unknown) => void} onError
 */
/** @typedef {"pointer" | "hover" | "keys" | "list" | "edit" | "clear"} Choice how a claim came to be chosen */

export class Desk {
  #setting;
  /** @type {Marks} */ marks;
  #live;
  #map = new TextMap("", [], []);
  #frame = 0;
  #lastDraw = 0;
  /** @type {Finding | undefined} */ chosen;
  /** A chosen claim that hovering over others does not replace. */ isPinned = false;
  /** @type {Set<Verdict>} */ shown = new Set(VERDICTS);
  // What follows holds as of the last drawing.
  /** Every claim that is not dismissed, in the order of the text. @type {Finding[]} */ findings = [];
  /** Those that the filter shows. @type {Finding[]} */ visible = [];
  /** Of each verdict, filtered or not. @type {Record<Verdict, number>} */ counts = { supported: 0, conflicting: 0, unsupported: 0 };
  dismissedCount = 0;

  /** @param {Setting} setting */
  constructor(setting) {
    this.#setting = setting;
    this.marks = new Marks(setting.root, setting.overlayHost, setting.isOneFlow ?? false);
    this.#live = new LiveCheck(() => (this.#live.isSettled ? this.#draw(true) : this.#drawSoon()), setting.onError);
  }

  /** @param {Checker | WorkerChecker | undefined} checker */
  use(checker) {
    this.#live.use(checker);
  }

  /** Reads the text again and checks what is new in it. @param {string} asOf */
  refresh(asOf) {
    this.#map = this.#setting.read();
    this.#live.update(this.#map.text, asOf);
  }

  get report() {
    return this.#live.report;
  }

  get isSettled() {
    return this.#live.isSettled;
  }

  /** What the text was checked against; undefined before anything was. */
  get about() {
    return this.#live.about;
  }

  get notices() {
    return this.#live.notices;
  }

  /** @param {Verdict} verdict */
  toggle(verdict) {
    if (!this.shown.delete(verdict)) this.shown.add(verdict);
    this.draw();
  }

  /** @param {Finding} finding */
  dismiss(finding) {
    this.#setting.dismissed.add(finding.claim.text);
    this.draw();
  }

  /** @param {Finding | undefined} finding @param {Choice} how */
  choose(finding, how) {
    this.isPinned = finding !== undefined && (how === "hover" ? this.isPinned : how !== "edit" || this.isPinned);
    if (finding === this.chosen && how === "hover") return;
    this.chosen = finding;
    this.marks.choose(finding);
    this.#setting.onChoose(finding, how);
  }

  /**
   * The next or previous visible claim from a place in the text, going round at its ends.
   * @param {1 | -1} direction
   * @param {number} from offset
   * @param {Verdict} [verdict] of this verdict only
   */
  neighbour(direction, from, verdict) {
    const all = verdict ? this.visible.filter(({ claim }) => claim.verdict === verdict) : this.visible;
    const at = this.chosen ? this.chosen.start : from;
    if (direction > 0) return all.find((finding) => (this.chosen ? finding.start > at : finding.end >= at)) ?? all[0];
    return all.findLast((finding) => finding.start < at) ?? all.at(-1);
  }

  /** The claim whose mark lies under a point of the window. @param {number} x @param {number} y */
  at(x, y) {
    return /** @type {Finding | undefined} */ (this.marks.at(x, y));
  }

  /** @param {Node | null} node @param {number} at @returns {number} offset in the text, -1 where it is outside */
  offset(node, at) {
    return node ? this.#map.offset(node, at) : -1;
  }

  /** @param {number} offset */
  point(offset) {
    return this.#map.point(offset);
  }

  dispose() {
    cancelAnimationFrame(this.#frame);
    this.#live.use(undefined);
    this.marks.dispose();
  }

  /** While more paragraphs wait, one drawing a frame is enough. */
  #drawSoon() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const waiting = this.#live.isSettled ? 0 : this.#live.blocks.filter((block) => !block.findings).length;
      if (waiting > MANY && performance.now() - this.#lastDraw < BULK_DISPLAY_MS) return this.#drawSoon();
      this.#draw(true);
    });
  }

  /** Puts the marks where the findings are. */
  draw() {
    this.#draw(false);
  }

  /** @param {boolean} isChecked whether something was checked since the last time */
  #draw(isChecked) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#lastDraw = performance.now();
    const { dismissed } = this.#setting;
    const all = this.#live.findings;
    this.findings = dismissed.isEmpty ? all : all.filter(({ claim }) => !dismissed.has(claim.text));
    this.visible = this.shown.size === VERDICTS.length ? this.findings : this.findings.filter(({ claim }) => this.shown.has(claim.verdict));
    this.dismissedCount = all.length - this.findings.length;
    this.counts = { supported: 0, conflicting: 0, unsupported: 0 };
    for (const { claim } of this.findings) this.counts[claim.verdict]++;
    // The text may have moved on while its paragraphs were checked; what is unchecked keeps its old marks meanwhile.
    const unchecked = this.#live.blocks.filter((block) => !block.findings);
    this.marks.set(
      this.visible.flatMap((finding) => {
        const start = this.#map.point(finding.start);
        const end = this.#map.point(finding.end, true);
        return start && end ? [{ key: finding, verdict: finding.claim.verdict, start, end }] : [];
      }),
      ({ range }) => {
        if (!unchecked.length) return false;
        const at = this.#map.offset(range.startContainer, range.startOffset);
        return unchecked.some((block) => at >= block.start && at <= block.end);
      },
    );
    this.#followChosen(unchecked.length > 0);
    this.#setting.onUpdate(isChecked);
  }

  /** An edit makes new findings of a paragraph; the chosen claim goes on as the one that now stands in its place. */
  #followChosen(/** @type {boolean} */ isPartial) {
    const old = this.chosen;
    if (!old) return;
    const visible = this.visible;
    if (visible.includes(old)) return this.marks.choose(old);
    const range = this.marks.range(old);
    if (range && isPartial) return this.marks.choose(old);
    const heir = visible.find(({ claim }) => claim.text === old.claim.text) ?? visible.find((finding) => finding.start <= old.start && finding.end > old.start);
    this.choose(heir, heir ? "edit" : "clear");
  }
}
