/**
 * The page: an editor that marks claims while you write, and beside it what the sources say about them.
 *
 * The editor is an element with `contenteditable="plaintext-only"`. A textarea cannot carry marks, and one laid over a
 * mirror of its text has to keep two layouts alike, letter by letter, under every font, zoom and input method. Here the
 * text itself is marked, from outside: highlights never change the DOM, so undo, input methods, spelling and screen
 * readers see an ordinary text field.
 */
import { Checker, ClaimCheckError } from "./checker.js";
import { today } from "./core.js";
import { Desk } from "./desk.js";
import { Dismissed } from "./dismissed.js";
import { fill, h } from "./dom.js";
import { ClaimList, details, disagreementsView, filterBar, sourcesView } from "./render.js";
import { en as s } from "./strings.js";
import { readEditor } from "./walker.js";

/** @import { WorkerChecker } from "./core.js" */
/** @import { Finding } from "./live.js" */

const VIEWS = ["check", "disagree", "sources"];
/** How long a pointer rests on a mark before its details open. */
const HOVER_MS = 250;
/** The list and the announcements follow when the writer pauses. */
const PAUSE_MS = 250;
const ANNOUNCE_MS = 1500;
/** How long after loading the icon is asked for. */
const ICON_MS = 1000;

/** @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const draft = byId("draft");
const dated = /** @type {HTMLInputElement} */ (byId("dated"));
const findings = byId("findings");
const announcer = byId("announcer");
/** What the page came with. */
const sample = draft.textContent ?? "";

/** @type {WorkerChecker | undefined} */
let checker;
/** The last valid reference day. */
let asOf = today();
const dismissed = new Dismissed();

// Before plaintext-only, an unknown value meant "not editable".
if (draft.contentEditable !== "plaintext-only") draft.contentEditable = "true";

const desk = new Desk({
  read: () => readEditor(draft),
  root: document,
  overlayHost: /** @type {Element} */ (draft.parentElement),
  isOneFlow: true,
  dismissed,
  onUpdate: showState,
  onChoose: showChosen,
  onError: (error) => alarm(s.failedCheck, error, () => desk.use(checker)),
});

// ---- Loading ----

async function load() {
  byId("alarm").hidden = true;
  try {
    checker = await Checker.load({ worker: true });
  } catch (error) {
    fill(findings, h("p", { class: "hint" }, s.failed));
    alarm(s.failed, error, load);
    showView();
    return;
  }
  // The icon comes after what the first verdict waits for. Its empty address until then keeps the browser from asking for another.
  setTimeout(() => byId("icon").setAttribute("href", "icon.svg"), ICON_MS);
  desk.use(checker);
  desk.refresh(asOf);
  showView();
}

/** @param {string} what @param {unknown} error @param {() => void} again */
function alarm(what, error, again) {
  const fault = ClaimCheckError.from(error);
  const where = [fault.file, fault.line && s.line(fault.line), fault.field].filter(Boolean).join(", ");
  const retry = h("button", { type: "button" }, s.retry);
  retry.addEventListener("click", () => {
    byId("alarm").hidden = true;
    again();
  });
  fill(byId("alarm"), h("p", {}, h("strong", {}, what), " ", fault.message, where && h("span", { class: "where" }, where)), retry);
  byId("alarm").hidden = false;
}

// ---- The editor ----

draft.addEventListener("input", () => {
  // On a narrow screen the details would lie over what is being written.
  if (desk.chosen && isOverlaid()) desk.choose(undefined, "clear");
  desk.refresh(asOf);
});

draft.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
    event.preventDefault();
    findings.focus();
  }
});

// Files and rich text dropped on browsers without plaintext-only must not leave markup in the draft.
draft.addEventListener("paste", (event) => {
  if (draft.contentEditable === "plaintext-only") return;
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData?.getData("text/plain") ?? "");
});

// A draft is held nowhere but here.
addEventListener("beforeunload", (event) => {
  const text = draft.textContent;
  if (text?.trim() && text !== sample) event.preventDefault();
});

/** @param {string} text as one undoable edit */
function replaceDraft(text) {
  draft.focus();
  document.execCommand("selectAll");
  if (text) document.execCommand("insertText", false, text);
  else document.execCommand("delete");
}
byId("sample").addEventListener("click", () => replaceDraft(sample));
byId("clear").addEventListener("click", () => replaceDraft(""));

/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
draft.addEventListener("pointermove", (event) => {
  clearTimeout(resting);
  if (event.pointerType !== "mouse" || event.buttons) return;
  resting = setTimeout(() => {
    const under = desk.isPinned || isOverlaid() ? undefined : desk.at(event.clientX, event.clientY);
    if (under) desk.choose(under, "hover");
  }, HOVER_MS);
});
draft.addEventListener("pointerleave", () => clearTimeout(resting));
draft.addEventListener("click", (event) => {
  const under = desk.at(event.clientX, event.clientY);
  // A tap asks what a mark means: the keyboard of the screen would cover the answer. A second tap is for editing.
  if (under && under !== desk.chosen && /** @type {PointerEvent} */ (event).pointerType === "touch") draft.blur();
  if (under || desk.chosen) desk.choose(under, under ? "pointer" : "clear");
});

// ---- The date ----

dated.value = asOf;
dated.addEventListener("input", () => {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(dated.value);
  dated.setCustomValidity(isDay ? "" : s.noDate);
  byId("dated-hint").textContent = isDay ? s.datedHint : s.noDate;
  if (isDay) setDate(dated.value);
});

/** @param {string} day */
function setDate(day) {
  asOf = day;
  desk.refresh(asOf);
  history.replaceState(null, "", address(currentView()));
  for (const link of document.querySelectorAll(".views a")) link.setAttribute("href", address(/** @type {HTMLAnchorElement} */ (link).hash.slice(1).split("&")[0]));
}

/** The place of a view, with the date where it is not today: a link carries both, and never any text. @param {string} view */
function address(view) {
  return `#${view}${asOf === today() ? "" : `&dated=${asOf}`}`;
}

// ---- Choosing claims ----

/** @param {1 | -1} direction @param {"conflicting"} [verdict] */
function step(direction, verdict) {
  const selection = getSelection();
  const caret = selection && draft.contains(selection.focusNode) ? desk.offset(selection.focusNode, selection.focusOffset) : -1;
  // Whoever has written on elsewhere since steps on from there.
  const { chosen } = desk;
  if (chosen && document.activeElement === draft && caret >= 0 && (caret < chosen.start || caret > chosen.end)) desk.choose(undefined, "clear");
  const finding = desk.neighbour(direction, caret, verdict);
  if (finding) desk.choose(finding, "keys");
}
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));
byId("next-conflict").addEventListener("click", () => step(1, "conflicting"));

addEventListener("keydown", (event) => {
  if (currentView() !== "check" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "F8") step(event.shiftKey ? -1 : 1);
  else if (event.key === "F9") step(event.shiftKey ? -1 : 1, "conflicting");
  else if (event.key === "Escape" && (desk.chosen || findings === document.activeElement)) {
    if (desk.chosen) desk.choose(undefined, "clear");
    draft.focus();
  } else return;
  event.preventDefault();
});

/** @param {Finding | undefined} finding @param {import("./desk.js").Choice} how */
function showChosen(finding, how) {
  byId("panel").classList.toggle("has-chosen", finding !== undefined);
  showPlace();
  if (how === "edit") return; // the writer is in the middle of it: the details follow with the list
  showFindings();
  if (!finding) return;
  const { claim } = finding;
  if (how !== "hover") reveal(finding, how);
  // The chosen line of the list is gone: its place is taken by the details, and they name themselves.
  if (how === "list") /** @type {HTMLElement | null} */ (findings.querySelector(".cc-details"))?.focus({ preventScroll: true });
  if (how === "keys") {
    const all = desk.visible;
    say(s.announce(s.verdict[claim.verdict], s.reason[claim.reason], claim.text, s.claimOf(all.indexOf(finding) + 1, all.length)));
  }
}

/** Whether details lie over the lower part of the window, as they do on narrow screens. */
function isOverlaid() {
  return getComputedStyle(byId("tray")).position === "fixed";
}

/** Brings the claim into view and, where the writer steps through the text, the caret to it. @param {Finding} finding @param {import("./desk.js").Choice} how */
function reveal(finding, how) {
  const range = desk.marks.range(finding);
  if (!range) return;
  if (how === "keys" && document.activeElement === draft) getSelection()?.collapse(range.startContainer, range.startOffset);
  const room = isOverlaid() ? byId("tray").getBoundingClientRect().top : innerHeight;
  const box = range.getBoundingClientRect();
  const isInView = box.top >= 24 && box.bottom <= room - 24;
  if (!isInView) scrollBy({ top: box.top - Math.max(24, (room - box.height) / 3), behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

// ---- Showing ----

/** @type {ReturnType<typeof setTimeout> | undefined} */
let listing;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let announcing;
let lastSummary = "";

function showState() {
  showCounts();
  clearTimeout(listing);
  listing = setTimeout(showFindings, PAUSE_MS);
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    const summary = s.summary(desk.findings.length, desk.counts);
    if (desk.isSettled && summary !== lastSummary && draft.contains(document.activeElement)) say((lastSummary = summary));
  }, ANNOUNCE_MS);
}

const filter = filterBar(s, (verdict) => desk.toggle(verdict));
byId("filter").append(...filter.buttons);

// Runs with every key press: it writes what differs, and nothing else.
function showCounts() {
  filter.show(desk.counts, desk.shown);
  const none = desk.visible.length === 0;
  for (const id of ["previous", "next"]) byId(id).toggleAttribute("disabled", none);
  byId("next-conflict").toggleAttribute("disabled", !desk.shown.has("conflicting") || desk.counts.conflicting === 0);
  showPlace();
  if (desk.about && !byId("colophon").textContent) byId("colophon").textContent = s.against(desk.about.base, desk.about.engine);
}

function showPlace() {
  const { chosen, visible } = desk;
  write(byId("place"), chosen ? s.claimOf(visible.indexOf(chosen) + 1, visible.length) : desk.about ? s.counts(visible.length) : "");
  byId("all").toggleAttribute("hidden", !chosen);
}

/** @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const claims = new ClaimList(s, (finding) => desk.choose(finding, "list"));
/** @type {Finding | undefined} what the panel shows in detail */
let detailed;

byId("all").addEventListener("click", () => {
  const left = desk.chosen;
  // Where the details lay over the text, the text stays where it is.
  const how = { preventScroll: isOverlaid() };
  desk.choose(undefined, "clear");
  if (!claims.focus(left, how)) findings.focus(how);
});

/** Claims and their details, once the writer pauses. */
function showFindings() {
  clearTimeout(listing);
  if (!checker) return;
  showDismissed();
  const { notices, chosen, visible } = desk;
  const told = [checker.notice, ...notices].filter(Boolean).join(" ");
  write(byId("notices"), told);
  byId("notices").hidden = !told;
  if (chosen) {
    if (chosen === detailed) return;
    // While a claim is being edited, its details change under the reader's eyes and stay where they are.
    const isSame = detailed && detailed.claim.text === chosen.claim.text;
    detailed = chosen;
    const { scrollTop } = findings;
    const dismiss = () => {
      const at = desk.visible.indexOf(chosen);
      desk.choose(undefined, "clear");
      desk.dismiss(chosen);
      showFindings();
      if (!claims.focus(desk.visible[Math.min(at, desk.visible.length - 1)])) findings.focus();
    };
    fill(findings, details(chosen.placed(), s, { heading: s.claimOf(visible.indexOf(chosen) + 1, visible.length), onDismiss: dismiss }));
    findings.scrollTop = isSame ? scrollTop : 0;
    return;
  }
  if (visible.length) {
    if (detailed || !claims.root.isConnected) fill(findings, h("p", { class: "hint" }, s.pickOne), claims.root);
    claims.show(visible);
  } else fill(findings, h("p", { class: "hint" }, !desk.isSettled ? s.checking : desk.dismissedCount + desk.findings.length ? s.allHidden : s.noClaims));
  detailed = undefined;
}

function showDismissed() {
  const box = byId("dismissed");
  box.hidden = desk.dismissedCount === 0;
  if (box.hidden) return;
  const restore = h("button", { type: "button", class: "cc-quiet" }, s.restore);
  restore.addEventListener("click", () => {
    dismissed.clear();
    desk.draw();
    showFindings();
  });
  const remember = h("input", { type: "checkbox", id: "remember", "aria-describedby": "remember-more", checked: dismissed.isRemembered });
  remember.addEventListener("change", () => dismissed.remember(remember.checked));
  fill(
    box,
    h("p", {}, s.dismissed(desk.dismissedCount), " ", restore),
    h("p", {}, remember, h("label", { for: "remember" }, s.remember)),
    h("p", { class: "hint", id: "remember-more" }, s.rememberMore),
  );
}

/** @param {string} text */
function say(text) {
  announcer.textContent = text;
}

// ---- Views ----

function currentView() {
  const view = location.hash.slice(1).split("&")[0];
  return VIEWS.includes(view) ? view : "check";
}

function readAddress() {
  const day = new URLSearchParams(location.hash.slice(1)).get("dated");
  if (!day || day === asOf) return;
  // The field takes no day that there is not.
  dated.value = day;
  const isDay = dated.value === day;
  byId("dated-hint").textContent = isDay ? s.datedHint : s.noDate;
  if (isDay) return setDate(day);
  dated.value = asOf;
}

/** Views that hold what they are to show. @type {Set<string>} */
const filled = new Set();

async function showView() {
  const view = currentView();
  for (const name of VIEWS) byId(`view-${name}`).hidden = name !== view;
  for (const link of document.querySelectorAll(".views a")) {
    const isHere = /** @type {HTMLAnchorElement} */ (link).hash.slice(1).split("&")[0] === view;
    if (isHere) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const body = byId(`${view}-body`);
  if (!body || filled.has(view)) return;
  if (!checker) return fill(body, h("p", { class: "hint" }, byId("alarm").hidden ? s.loading : s.failed));
  try {
    if (view === "disagree") fill(body, disagreementsView(await checker.disagreements(), s));
    else fill(body, sourcesView(await checker.sources(), s, ({ source }, anchor) => `sources/${encodeURIComponent(source.id)}.html${anchor && `#${anchor}`}`));
    filled.add(view);
  } catch (error) {
    alarm(s.failed, error, showView);
  }
}

addEventListener("hashchange", () => {
  if (location.hash === "#draft") return; // the skip link
  readAddress();
  showView();
  scrollTo(0, 0);
  /** @type {HTMLElement | null} */ (document.querySelector(`#view-${currentView()} h1[tabindex]`))?.focus();
});

readAddress();
showView();
showCounts();
load();
