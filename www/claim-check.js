/**
 * The element `<claim-check>`: an editor of its own or, with `for`, the text of another element, checked in place.
 *
 *     <script type="module" src="claim-check-define.js"></script>
 *     <claim-check for="article"></claim-check>
 *
 * Importing this module defines nothing; `claim-check-define.js` does. Attributes are the state: `base`, `as-of`,
 * `for`, `lang`. The text of a checked element is read and never changed.
 */
import { ClaimCheckError } from "./checker.js";
import { today } from "./core.js";
import { Desk } from "./desk.js";
import { Dismissed } from "./dismissed.js";
import { fill, h } from "./dom.js";
import elementCss from "./element.css";
import findingsCss from "./findings.css";
import { ClaimList, details, filterBar } from "./render.js";
import { borrow, giveBack } from "./shared.js";
import { stringsFor } from "./strings.js";
import { readEditor, readElement, TextMap } from "./walker.js";

/** @import { Report } from "./claimcheck.js" */
/** @import { WorkerChecker } from "./core.js" */
/** @import { Choice } from "./desk.js" */
/** @import { Finding } from "./live.js" */

/** The list follows when the text rests. */
const PAUSE_MS = 250;
/** A watched element is read again at most this often, and less often if reading it takes long. */
const WATCH_MS = 100;
const WATCH_SHARE = 10;

/** With less room than this below a claim, in pixels, its card opens above it where there is more. */
const CARD_ROOM = 360;

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** Dismissals hold for the whole document. @type {Dismissed | undefined} */
let dismissed;

/**
 * @fires claim-check-report `detail: Report`, whenever the text is checked through
 * @fires claim-check-select `detail: {claim, range}`, when a claim is chosen; null for both when none is
 * @fires claim-check-error `detail: ClaimCheckError`
 */
export class ClaimCheckElement extends HTMLElement {
  static observedAttributes = ["base", "as-of", "for", "lang"];

  #shadow;
  #strings = stringsFor("en");
  #updateDue = false;
  /** @type {Desk | undefined} */ #desk;
  /** What the desk reads. @type {Element | undefined} */ #target;
  /** Stops watching the target. */ #unwatch = () => {};
  /** Stops looking for the element that `for` names. */ #unseek = () => {};
  /** The base asked for; null for none. @type {string | null | undefined} */ #wanted = null;
  /** The base in use, on loan; null while none is. @type {string | null | undefined} */ #lent = null;
  /** @type {WorkerChecker | undefined} */ #checker;
  /** Counts loads, so that a slow one does not overtake a later one. */ #load = 0;
  #isLoading = false;
  /** What is wrong now, each told once. @type {Map<string, {error: ClaimCheckError, retry?: () => void}>} */ #faults = new Map();
  /** @type {ReturnType<typeof filterBar> | undefined} */ #filter;
  /** @type {ClaimList | undefined} */ #list;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  /** @type {Finding | undefined} */ #detailed;
  #asOf = today();
  /** Stops listening for what puts the card away. */ #leaveCard = () => {};

  #editor = h("div", { class: "editor", part: "editor", role: "textbox", "aria-multiline": "true", contenteditable: "plaintext-only", tabindex: "0" });
  #bar = h("div", { class: "bar", part: "bar" });
  #status = h("div", { class: "status", part: "status", role: "status" });
  /** Tells screen readers which claim a key led to. */
  #announcer = h("div", { class: "unseen", role: "status" });
  #panel = h("div", { class: "panel", part: "panel", tabindex: "-1" });
  /** Details beside the claim itself, for a text that may be far from this element. */
  #card = h("div", { class: "card", part: "card", popover: "manual", role: "dialog" });

  constructor() {
    super();
    this.#shadow = this.attachShadow({ mode: "open", delegatesFocus: false });
  }

  /** The report of the text as last checked; null before. @returns {Report | null} */
  get report() {
    return this.#desk?.report ?? null;
  }

  get base() {
    return this.getAttribute("base") ?? "";
  }
  set base(address) {
    this.setAttribute("base", address);
  }

  get asOf() {
    return this.getAttribute("as-of") ?? "";
  }
  set asOf(day) {
    this.setAttribute("as-of", day);
  }

  get htmlFor() {
    return this.getAttribute("for") ?? "";
  }
  set htmlFor(id) {
    this.setAttribute("for", id);
  }

  connectedCallback() {
    this.#updateSoon();
  }

  disconnectedCallback() {
    this.#updateSoon();
  }

  attributeChangedCallback() {
    this.#updateSoon();
  }

  /** Several changes, one update; and an element that is only moved is never torn down. */
  #updateSoon() {
    if (this.#updateDue) return;
    this.#updateDue = true;
    queueMicrotask(() => {
      this.#updateDue = false;
      try {
        if (this.isConnected) this.#update();
        else this.#tearDown();
      } catch (error) {
        this.#fault("internal", error); // the host page never breaks
      }
    });
  }

  #update() {
    this.#strings = stringsFor(this.lang || /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang);
    this.#frame();
    this.#readDate();
    this.#aim();
    this.#borrow();
  }

  #tearDown() {
    this.#leaveTarget();
    this.#unseek();
    this.#unseek = () => {};
    this.#load++;
    if (this.#lent !== null) giveBack(this.#lent);
    this.#lent = this.#wanted = null;
    this.#checker = undefined;
    this.#faults.clear();
  }

  // ---- The element's own DOM ----

  #frame() {
    const s = this.#strings;
    this.#editor.setAttribute("aria-label", s.editorLabel);
    this.#panel.setAttribute("aria-label", s.panelLabel);
    this.#card.setAttribute("aria-label", s.panelLabel);
    this.#editor.hidden = this.hasAttribute("for");
    if (this.#shadow.childElementCount) return;
    dismissed ??= new Dismissed();
    if (!sheet) {
      sheet = new CSSStyleSheet();
      // Hosts set the size of their own `rem` as they like; ours is a property.
      sheet.replaceSync((findingsCss + elementCss).replace(/([\d.]+)rem\b/g, "calc($1 * var(--claimcheck-size, 16px))"));
    }
    this.#shadow.adoptedStyleSheets = [sheet];
    if (this.#editor.contentEditable !== "plaintext-only") this.#editor.contentEditable = "true";
    this.#editor.textContent = fallbackText(this);
    this.#editor.addEventListener("input", () => this.#refresh());
    this.#fillBar();
    this.#shadow.append(h("div", { class: "frame", part: "frame", lang: s.lang }, h("div", { class: "sheet" }, this.#editor), this.#bar, this.#status, this.#panel, this.#card, this.#announcer));
    this.#shadow.addEventListener("keydown", (event) => this.#onKey(/** @type {KeyboardEvent} */ (event)));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F8") this.#step(event.shiftKey ? -1 : 1);
    else if (event.key === "F9") this.#step(event.shiftKey ? -1 : 1, "conflicting");
    else if (event.key === "Escape" && this.#desk?.chosen) this.#desk.choose(undefined, "clear");
    else return;
    event.preventDefault();
  }

  /** @param {1 | -1} direction @param {"conflicting"} [verdict] */
  #step(direction, verdict) {
    const finding = this.#desk?.neighbour(direction, -1, verdict);
    if (finding) this.#desk?.choose(finding, "keys");
  }

  // ---- Attributes ----

  #readDate() {
    const given = this.getAttribute("as-of");
    const isDay = given !== null && /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given));
    if (given && !isDay) this.#fault("date", new ClaimCheckError("date", this.#strings.badDate(given), { field: "as-of" }));
    else this.#mended("date");
    const day = isDay ? given : today();
    if (day === this.#asOf) return;
    this.#asOf = day;
    this.#refresh();
  }

  /** Finds the text to check, and keeps looking for it as the host page changes. */
  #aim() {
    this.#unseek();
    this.#unseek = () => {};
    const id = this.getAttribute("for");
    if (id === null) {
      this.#mended("target");
      return this.#take(this.#editor);
    }
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const complain = () => {
      if (!root.getElementById(id) && this.getAttribute("for") === id && this.isConnected) this.#fault("target", new ClaimCheckError("target", this.#strings.missingTarget(id), { field: "for" }));
    };
    const seek = () => {
      const found = id === "" ? null : root.getElementById(id);
      if (found) {
        this.#mended("target");
        this.#take(found);
      }
      else if (this.#target) {
        this.#leaveTarget();
        complain();
      }
      return found;
    };
    const watcher = new MutationObserver(() => void seek());
    watcher.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["id"] });
    if (!seek()) {
      // While the page is still being read, its element may yet come.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", complain, { once: true });
      else setTimeout(complain);
    }
    this.#unseek = () => {
      watcher.disconnect();
      document.removeEventListener("DOMContentLoaded", complain);
    };
  }

  /** @param {Element} target */
  #take(target) {
    if (target === this.#target) return;
    this.#leaveTarget();
    this.#target = target;
    const isOwn = target === this.#editor;
    const field = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target : undefined;
    this.#desk = new Desk({
      // A text field's text has no ranges: its findings appear in the list only.
      read: () => (field ? new TextMap(field.value, [], []) : isOwn ? readEditor(target) : readElement(target)),
      root: /** @type {Document | ShadowRoot} */ (target.getRootNode()),
      overlayHost: isOwn ? /** @type {Element} */ (target.parentElement) : /** @type {Element} */ (this.#shadow.firstElementChild),
      isOneFlow: isOwn,
      dismissed: dismissed ?? new Dismissed(),
      onUpdate: (isChecked) => this.#onUpdate(isChecked),
      onChoose: (finding, how) => this.#onChoose(finding, how),
      onError: (error) =>
        this.#fault("check", error, () => {
          this.#mended("check");
          this.#desk?.use(this.#checker);
        }),
    });
    this.#desk.use(this.#checker);
    const leaving = new AbortController();
    target.addEventListener("click", (event) => this.#onClick(/** @type {MouseEvent} */ (event), isOwn), { signal: leaving.signal });
    /** @type {MutationObserver | undefined} */
    let watcher;
    if (field) field.addEventListener("input", () => this.#refresh(), { signal: leaving.signal });
    else if (!isOwn) watcher = this.#watch(target, leaving.signal);
    this.#unwatch = () => {
      leaving.abort();
      watcher?.disconnect();
    };
    this.#refresh();
  }

  #leaveTarget() {
    this.#unwatch();
    this.#unwatch = () => {};
    this.#hideCard();
    this.#desk?.dispose();
    this.#desk = undefined;
    this.#target = undefined;
    clearTimeout(this.#pause);
    this.#bar.hidden = true;
    this.#detailed = undefined;
    fill(this.#panel);
  }

  /** Reads the target again when it changes, but never so often that the host page feels it. @param {Element} target @param {AbortSignal} signal */
  #watch(target, signal) {
    let due = false;
    let wait = WATCH_MS;
    const watcher = new MutationObserver(() => {
      if (due) return;
      due = true;
      setTimeout(() => {
        due = false;
        if (signal.aborted) return;
        const before = performance.now();
        this.#refresh();
        wait = Math.max(WATCH_MS, WATCH_SHARE * (performance.now() - before));
      }, wait);
    });
    watcher.observe(target, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["hidden", "open", "class", "style"] });
    return watcher;
  }

  async #borrow() {
    const base = this.getAttribute("base") || undefined;
    if (base === this.#wanted) return;
    this.#wanted = base;
    const load = ++this.#load;
    this.#isLoading = true;
    this.#mended("load");
    this.#showStatus();
    try {
      const checker = await borrow(base);
      if (load !== this.#load) return giveBack(base);
      if (this.#lent !== null) giveBack(this.#lent);
      this.#lent = base;
      this.#checker = checker;
      this.#isLoading = false;
      this.#mended("check");
      this.#showStatus();
      this.#desk?.use(checker);
      this.#refresh();
    } catch (error) {
      if (load !== this.#load) return;
      this.#isLoading = false;
      // What was loaded before stays in use, and stays on loan.
      this.#fault("load", error, () => {
        this.#wanted = null;
        this.#borrow();
      });
    }
  }

  #refresh() {
    this.#desk?.refresh(this.#asOf);
  }

  // ---- What the desk tells ----

  /** @param {boolean} isChecked */
  #onUpdate(isChecked) {
    const desk = this.#desk;
    if (!desk) return;
    this.#showBar(desk);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#showPanel(), PAUSE_MS);
    if (!isChecked || !desk.isSettled || !this.#checker) return;
    const report = desk.report;
    if (report) this.#emit("claim-check-report", report);
  }

  /** @param {Finding | undefined} finding @param {Choice} how */
  #onChoose(finding, how) {
    const desk = this.#desk;
    if (!desk) return;
    const range = finding && desk.marks.range(finding);
    this.#emit("claim-check-select", { claim: finding?.placed() ?? null, range: range?.cloneRange() ?? null });
    if (how === "edit") return; // the writer is in the middle of it: the details follow with the list
    const isInPlace = finding && range && how === "pointer" && this.#target !== this.#editor;
    if (isInPlace) this.#showCard(finding, range);
    else {
      this.#hideCard();
      this.#showPanel();
      // The chosen line of the list is gone: its place is taken by the details, and they name themselves.
      if (how === "list") /** @type {HTMLElement | null} */ (this.#panel.querySelector(".cc-details"))?.focus({ preventScroll: true });
    }
    if (finding && how === "keys") {
      const s = this.#strings;
      const { claim } = finding;
      this.#announcer.textContent = s.announce(s.verdict[claim.verdict], s.reason[claim.reason], claim.text, s.claimOf(desk.visible.indexOf(finding) + 1, desk.visible.length));
    }
    if (range && (how === "list" || how === "keys")) {
      const box = range.getBoundingClientRect();
      if (box.bottom < 0 || box.top > innerHeight) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    }
  }

  /** @param {MouseEvent} event @param {boolean} isOwn */
  #onClick(event, isOwn) {
    const desk = this.#desk;
    if (!desk || event.defaultPrevented || (!isOwn && /** @type {Element} */ (event.target).closest("a, button, input, select, textarea, label, summary"))) return;
    const under = desk.at(event.clientX, event.clientY);
    // A tap asks what a mark means: the keyboard of the screen would cover the answer. A second tap is for editing.
    if (isOwn && under && under !== desk.chosen && /** @type {PointerEvent} */ (event).pointerType === "touch") this.#editor.blur();
    if (under || desk.chosen) desk.choose(under, under ? "pointer" : "clear");
  }

  // ---- Showing ----

  #fillBar() {
    const s = this.#strings;
    this.#filter = filterBar(s, (verdict) => this.#desk?.toggle(verdict));
    this.#list = new ClaimList(s, (finding) => this.#desk?.choose(finding, "list"));
    /** @param {string} label @param {string} key @param {string} arrow @param {1 | -1} direction */
    const step = (label, key, arrow, direction) => h("button", { type: "button", class: "step", part: "step", "aria-label": label, title: `${label} (${key})`, onclick: () => this.#step(direction) }, h("span", { "aria-hidden": "true" }, arrow));
    fill(
      this.#bar,
      h("div", { class: "filter", role: "group", "aria-label": s.filterLabel }, this.#filter.buttons),
      h("div", { class: "steps" }, step(s.previous, "Shift F8", "↑", -1), step(s.next, "F8", "↓", 1)),
    );
    this.#bar.hidden = true;
  }

  /** @param {Desk} desk */
  #showBar(desk) {
    this.#bar.hidden = false;
    this.#filter?.show(desk.counts, desk.shown);
  }

  #showPanel() {
    clearTimeout(this.#pause);
    const desk = this.#desk;
    const claims = this.#list;
    if (!desk || !claims || !this.#checker) return;
    const s = this.#strings;
    const { chosen, visible } = desk;
    if (chosen && !this.#card.matches(":popover-open")) {
      if (chosen === this.#detailed) return;
      this.#detailed = chosen;
      const back = () => {
        desk.choose(undefined, "clear");
        if (!claims.focus(chosen)) this.#panel.focus();
      };
      fill(this.#panel, h("p", { class: "place" }, this.#button(s.allClaims, "back", back), h("span", {}, s.claimOf(visible.indexOf(chosen) + 1, visible.length))), this.#details(chosen));
      return;
    }
    this.#detailed = undefined;
    const isEmpty = !visible.length;
    const remarks = [
      isEmpty && h("p", { class: "hint" }, !desk.isSettled ? s.checking : desk.findings.length + desk.dismissedCount ? s.allHidden : s.noClaims),
      desk.dismissedCount > 0 &&
        h("p", { class: "hint" }, s.dismissed(desk.dismissedCount), " ", this.#button(s.restore, "", () => {
          dismissed?.clear();
          desk.draw();
          this.#showPanel();
        })),
      ...desk.notices.map((notice) => h("p", { class: "hint" }, notice)),
    ];
    claims.show(visible);
    if (this.#panel.firstElementChild !== claims.root) fill(this.#panel, claims.root);
    // The list stays where it is, with the focus that may be in it.
    while (claims.root.nextSibling) claims.root.nextSibling.remove();
    claims.root.after(...remarks.filter((remark) => remark !== false));
  }

  /** @param {Finding} finding */
  #details(finding) {
    const s = this.#strings;
    const all = this.#desk?.visible ?? [];
    return details(finding.placed(), s, {
      heading: s.claimOf(all.indexOf(finding) + 1, all.length),
      onDismiss: () => {
        const at = all.indexOf(finding);
        this.#desk?.choose(undefined, "clear");
        this.#desk?.dismiss(finding);
        this.#showPanel();
        const left = this.#desk?.visible ?? [];
        if (!this.#list?.focus(left[Math.min(at, left.length - 1)])) this.#panel.focus();
      },
    });
  }

  /** @param {Finding} finding @param {Range} range */
  #showCard(finding, range) {
    const card = this.#card;
    const close = () => this.#desk?.choose(undefined, "clear");
    const visible = this.#desk?.visible ?? [];
    const s = this.#strings;
    fill(card, h("p", { class: "place" }, h("span", {}, s.claimOf(visible.indexOf(finding) + 1, visible.length)), this.#button(s.close, "close", close)), this.#details(finding));
    if (!card.showPopover) return;
    if (!card.matches(":popover-open")) card.showPopover();
    // Wherever the focus is: Escape puts the card away, and so does a press outside it and its text.
    this.#leaveCard();
    const away = new AbortController();
    this.#leaveCard = () => away.abort();
    addEventListener("keydown", (event) => event.key === "Escape" && close(), { signal: away.signal });
    addEventListener(
      "pointerdown",
      (event) => {
        const path = event.composedPath();
        if (!path.includes(card) && this.#target && !path.includes(this.#target)) close();
      },
      { signal: away.signal },
    );
    card.scrollTop = 0;
    const claim = range.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const width = Math.min(440, room - 24);
    card.style.width = `${width}px`;
    card.style.left = `${Math.max(12, Math.min(claim.left, room - width - 12)) + scrollX}px`;
    // On the roomier side of the claim, and no larger than its room: the claim itself stays in sight.
    const below = innerHeight - claim.bottom;
    const isAbove = below < CARD_ROOM && claim.top > below;
    card.style.maxBlockSize = `min(calc(28 * var(--claimcheck-size, 16px)), ${Math.max(CARD_ROOM / 2, (isAbove ? claim.top : below) - 22)}px)`;
    card.style.top = `${(isAbove ? claim.top - card.offsetHeight - 10 : claim.bottom + 10) + scrollY}px`;
  }

  #hideCard() {
    this.#leaveCard();
    if (this.#card.matches(":popover-open")) this.#card.hidePopover();
  }

  /** @param {string} words @param {string} name @param {() => void} onclick */
  #button(words, name, onclick) {
    return h("button", { type: "button", class: `cc-quiet ${name}`, onclick }, words);
  }

  // ---- Faults ----

  /** Tells of a fault and shows it as long as it lasts. @param {string} kind @param {unknown} thrown @param {() => void} [retry] */
  #fault(kind, thrown, retry) {
    const error = ClaimCheckError.from(thrown);
    const known = this.#faults.get(kind)?.error;
    if (known && known.code === error.code && known.message === error.message) return;
    this.#faults.set(kind, { error, retry });
    this.#showStatus();
    this.#emit("claim-check-error", error);
  }

  /** @param {string} kind */
  #mended(kind) {
    if (this.#faults.delete(kind)) this.#showStatus();
  }

  #showStatus() {
    const s = this.#strings;
    fill(
      this.#status,
      this.#isLoading && h("p", {}, s.loading),
      this.#checker?.notice && h("p", {}, this.#checker.notice),
      [...this.#faults.values()].map(({ error, retry }) => h("p", { class: "fault" }, error.message, error.file ? ` (${error.file}) ` : " ", retry && this.#button(s.retry, "retry", retry))),
    );
  }

  /** @param {string} name @param {unknown} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** The text that stands in the element for browsers without JavaScript is what its editor starts with. @param {Element} element */
function fallbackText(element) {
  const field = element.querySelector("textarea");
  if (field) return field.value;
  const blocks = element.children.length ? [...element.childNodes].map((node) => node.textContent ?? "") : (element.textContent ?? "").split(/\n\s*\n/);
  return blocks.map((block) => block.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n\n");
}
