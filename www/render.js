/**
 * What a reader sees of a report: details of a claim, the list of claims, the two other views. Shared by page and
 * element; styled by `findings.css`.
 */
import { copyText, h, webLink } from "./dom.js";
import { VERDICTS } from "./marks.js";
import { formatDay } from "./strings.js";

/** @import { Claim, Disagreement, Evidence, Part, SourceRef, SourceSheet, Verdict } from "./claimcheck.js" */
/** @import { Finding } from "./live.js" */
/** @import { Strings } from "./strings.js" */

/** Stances that speak against a claim. An outdated reading says what the claim says, of a time that is past. */
const AGAINST = ["disagrees", "outdated"];

/** Of several outcomes for the same words the first of these is shown. */
const OUTCOMES = ["disagrees", "unknown", "agrees"];

/** A sign for each verdict, drawn by CSS; words stand beside it. @param {string} verdict */
const sign = (verdict) => h("span", { class: `cc-sign cc-${verdict}`, "aria-hidden": "true" });

/** @param {Claim} claim @param {Strings} s */
export function verdictLine(claim, s) {
  return h("p", { class: "cc-verdict", part: "verdict" }, sign(claim.verdict), h("strong", {}, s.verdict[claim.verdict]), h("span", { class: "cc-why" }, s.reason[claim.reason]));
}

/**
 * Everything about one claim.
 * @param {Claim} claim
 * @param {Strings} s
 * @param {{heading: string, onDismiss: () => void}} around
 */
export function details(claim, s, { heading, onDismiss }) {
  const supporting = claim.evidence.filter(({ stance }) => stance === "agrees");
  const against = claim.evidence.filter(({ stance }) => AGAINST.includes(stance));
  // What is damaged in print speaks neither for a claim nor against it.
  const related = claim.evidence.filter(({ stance }) => stance === "related" || stance === "garbled");
  const compared = claim.parts.filter((part) => part.expected || part.outcome !== "agrees");
  return h(
    "article",
    { class: `cc-details cc-is-${claim.verdict}`, part: "details", "aria-label": heading, tabindex: "-1" },
    verdictLine(claim, s),
    h("blockquote", { class: "cc-claim" }, sentence(claim, s)),
    compared.length > 0 && h("ul", { class: "cc-parts", "aria-label": s.partsTitle }, compared.map((part) => partLine(claim, part, s))),
    h("p", { class: "cc-explanation" }, claim.explanation),
    claim.caveat && h("p", { class: "cc-caveat" }, h("strong", {}, s.caveat), " ", claim.caveat),
    supporting.length + against.length > 0 &&
      h(
        "div",
        { class: "cc-sides" },
        side(s.evidenceFor, supporting, supporting.length ? s.support(claim.support.sources, claim.support.origins) : s.noneFor, claim.evidence, s),
        side(s.evidenceAgainst, against, against.length ? s.opposed(...countOrigins(against)) : s.noneAgainst, claim.evidence, s),
      ),
    related.length > 0 && h("section", {}, h("h2", {}, s.evidenceRelated), cards(related, claim.evidence, s)),
    h("p", { class: "cc-actions" }, h("button", { type: "button", class: "cc-quiet", onclick: onDismiss }, s.dismiss)),
  );
}

/** What speaks for a claim, or against it. @param {string} title @param {Evidence[]} evidence @param {string} remark @param {Evidence[]} all @param {Strings} s */
function side(title, evidence, remark, all, s) {
  return h("section", { class: evidence.length ? "" : "cc-empty" }, h("h2", {}, title), h("p", { class: "cc-count" }, remark), cards(evidence, all, s));
}

/** How many sources there are, and how many origins they go back to. @param {Evidence[]} evidence @returns {[number, number]} */
function countOrigins(evidence) {
  const sources = new Map(evidence.map(({ source }) => [source.id, source.origin ?? source.id]));
  return [sources.size, new Set(sources.values()).size];
}

/**
 * Which other sources tell the same party's story. The origin itself may be a mere id, which says nothing to a reader.
 * @param {SourceRef} source
 * @param {SourceRef[]} among
 * @param {Strings} s
 */
function originNote(source, among, s) {
  const others = new Set(among.filter(({ id, origin }) => origin !== undefined && origin === source.origin && id !== source.id).map(({ label }) => label));
  return others.size > 0 && s.sameOrigin([...others].join(", "));
}

/** The claim with its compared parts underlined by outcome. @param {Claim} claim @param {Strings} s */
function sentence(claim, s) {
  const pieces = [];
  let at = claim.start;
  for (const part of [...claim.parts].sort((a, b) => a.start - b.start || b.end - a.end || OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome))) {
    if (part.start < at || part.end > claim.end) continue; // parts may overlap; the outer and earlier one is shown
    pieces.push(claim.text.slice(at - claim.start, part.start - claim.start));
    pieces.push(h("span", { class: `cc-part cc-${part.outcome}`, title: `${s.partKind[part.kind]}: ${s.outcome[part.outcome]}` }, words(claim, part)));
    at = part.end;
  }
  pieces.push(claim.text.slice(at - claim.start));
  return pieces;
}

/** @param {Claim} claim @param {Part} part */
const words = (claim, part) => claim.text.slice(part.start - claim.start, part.end - claim.start);

/** @param {Claim} claim @param {Part} part @param {Strings} s */
function partLine(claim, part, s) {
  return h(
    "li",
    {},
    h("span", { class: "cc-kind" }, s.partKind[part.kind]),
    " ",
    // The whole claim stands right above; only a piece of it is named again. "Yes or no" is asked of all of it.
    part.kind !== "polarity" && part.end - part.start < claim.end - claim.start && [h("span", { class: `cc-part cc-${part.outcome}` }, words(claim, part)), " "],
    h("span", { class: "cc-outcome" }, part.expected ? s.sourcesSay(part.expected) : s.outcome[part.outcome]),
  );
}

/** @param {Evidence[]} evidence @param {Evidence[]} all of the claim @param {Strings} s */
function cards(evidence, all, s) {
  const sources = all.map(({ source }) => source);
  return evidence.length > 0 && h("ul", { class: "cc-cards" }, evidence.map((reading) => h("li", {}, card(reading, originNote(reading.source, sources, s), s))));
}

/** @param {Evidence} reading @param {string | false} origin @param {Strings} s */
function card(reading, origin, s) {
  const href = webLink(reading.link);
  const label = sourceName(reading.source, s);
  const copy = h("button", { type: "button", class: "cc-quiet", "aria-label": s.copyOf(label) }, s.copy);
  const copied = h("span", { role: "status" });
  copy.addEventListener("click", async () => {
    copied.textContent = (await copyText(citation(reading, s))) ? s.copied : s.copyFailed;
    setTimeout(() => (copied.textContent = ""), 4000);
  });
  return h(
    "div",
    { class: `cc-card cc-stance-${reading.stance}`, part: "evidence" },
    reading.stance !== "agrees" && h("p", { class: "cc-stance" }, s.stance[reading.stance]),
    h("p", { class: "cc-statement" }, reading.statement),
    reading.caveat && h("p", { class: "cc-caveat" }, reading.caveat),
    h(
      "dl",
      { class: "cc-facts" },
      reading.printed && [h("dt", {}, s.printed), h("dd", {}, h("q", {}, reading.printed))],
      reading.asOf && [h("dt", {}, s.asOf), h("dd", {}, formatDay(reading.asOf, s))],
    ),
    h("p", { class: "cc-source" }, h("cite", {}, label), h("span", { class: "cc-locator" }, reading.locator), origin && h("span", { class: "cc-origin" }, origin)),
    h("p", { class: "cc-actions" }, href && h("a", { href, rel: "noreferrer", target: "_blank", "aria-label": s.openSourceOf(label, reading.locator) }, s.openSource), copy, copied),
  );
}

/** @param {SourceRef} source @param {Strings} s */
function sourceName(source, s) {
  const dated = source.date && !source.label.match(/\d{4}/);
  return dated && source.date ? `${source.label}, ${formatDay(source.date, s)}` : source.label;
}

/** One line to paste under a text. @param {Evidence} reading @param {Strings} s */
export function citation(reading, s) {
  return [
    reading.source.title && `“${reading.source.title}”`,
    sourceName(reading.source, s),
    reading.locator,
    reading.printed && s.prints(reading.printed),
    webLink(reading.link),
  ].filter(Boolean).join(", ");
}

/** Longest list shown at once. */
const LIST_STEP = 100;

/** All claims, each a button that chooses it. Shown again, it touches only what changed: the focus stays where it was. */
export class ClaimList {
  #strings;
  #onChoose;
  #shown = LIST_STEP;
  /** @type {WeakMap<Finding, HTMLElement>} */ #lines = new WeakMap();
  #items = h("ol", { class: "cc-list", part: "list" });
  #more = h("button", { type: "button", class: "cc-quiet" });
  root = h("div", {}, this.#items, this.#more);

  /** @param {Strings} strings @param {(finding: Finding) => void} onChoose */
  constructor(strings, onChoose) {
    this.#strings = strings;
    this.#onChoose = onChoose;
  }

  /** @param {Finding[]} findings */
  show(findings) {
    const lines = findings.slice(0, this.#shown).map((finding) => this.#line(finding));
    const wanted = new Set(lines);
    for (const line of [...this.#items.children]) if (!wanted.has(/** @type {HTMLElement} */ (line))) line.remove();
    let next = this.#items.firstChild;
    for (const line of lines) {
      if (line === next) next = next.nextSibling;
      else this.#items.insertBefore(line, next);
    }
    this.#more.hidden = findings.length <= this.#shown;
    this.#more.textContent = this.#strings.moreClaims(Math.max(0, findings.length - this.#shown));
    this.#more.onclick = () => {
      const first = this.#shown;
      this.#shown += LIST_STEP;
      this.show(findings);
      this.focus(findings[first]);
    };
  }

  /** @param {Finding | undefined} finding @param {FocusOptions} [how] @returns {boolean} whether it is in the list */
  focus(finding, how) {
    const line = finding && this.#lines.get(finding);
    if (!line?.isConnected) return false;
    /** @type {HTMLElement} */ (line.firstElementChild).focus(how);
    return true;
  }

  /** @param {Finding} finding */
  #line(finding) {
    let line = this.#lines.get(finding);
    if (!line) {
      const { claim } = finding;
      const s = this.#strings;
      line = h("li", {}, h("button", { type: "button", class: "cc-item", part: "item", onclick: () => this.#onChoose(finding) },
        sign(claim.verdict),
        h("span", { class: "cc-item-text" }, claim.text),
        h("span", { class: "cc-item-why" }, h("b", {}, s.verdict[claim.verdict]), `: ${s.reason[claim.reason]}`)));
      this.#lines.set(finding, line);
    }
    return line;
  }
}

/**
 * The verdicts with their counts, each a button that shows or hides its marks.
 * @param {Strings} s
 * @param {(verdict: Verdict) => void} onToggle
 */
export function filterBar(s, onToggle) {
  const chips = VERDICTS.map((verdict) => {
    const words = h("span", {});
    const button = h("button", { type: "button", class: "chip", part: `filter filter-${verdict}`, "data-verdict": verdict, "aria-pressed": "true", onclick: () => onToggle(verdict) }, sign(verdict), words);
    return { verdict, words, button };
  });
  return {
    buttons: chips.map(({ button }) => button),
    /** Writes only what differs: a key press mostly changes no count. @param {Record<Verdict, number>} counts @param {Set<Verdict>} shown */
    show(counts, shown) {
      for (const { verdict, words, button } of chips) {
        const text = s.filterCount(s.verdict[verdict], counts[verdict]);
        if (words.textContent !== text) words.textContent = text;
        const pressed = String(shown.has(verdict));
        if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
      }
    },
  };
}

/** The kinds of disagreement, the gravest first. @type {Disagreement["kind"][]} */
const KINDS = ["clash", "updated", "garbled"];

/** @param {Disagreement[]} questions @param {Strings} s */
export function disagreementsView(questions, s) {
  if (!questions.length) return [h("p", {}, s.noDisagreement)];
  const sections = questions.map((question) => ({ kind: question.kind, section: questionSection(question, s) }));
  /** @type {Set<string>} */
  const hidden = new Set();
  const chips = KINDS.map((kind) => {
    const count = questions.filter((question) => question.kind === kind).length;
    const chip = h("button", { type: "button", class: "chip", "aria-pressed": "true" }, `${count} ${s.disagreeKind[kind].toLowerCase()}`);
    chip.addEventListener("click", () => {
      if (!hidden.delete(kind)) hidden.add(kind);
      chip.setAttribute("aria-pressed", String(!hidden.has(kind)));
      for (const one of sections) one.section.hidden = hidden.has(one.kind);
    });
    return count > 0 && chip;
  });
  return [h("div", { class: "filter", role: "group", "aria-label": s.disagreeFilter }, chips), sections.map(({ section }) => section)].flat();
}

/** @param {Disagreement} question @param {Strings} s */
function questionSection({ question, kind, readings }, s) {
  return h(
    "section",
    { class: "cc-question" },
    h("h2", {}, question),
    h("p", { class: `cc-kind-line cc-kind-${kind}` }, h("b", {}, s.disagreeKind[kind]), `: ${s.disagreeMeaning[kind]}`),
    h("ol", { class: "cc-timeline" }, readings.map((reading) => {
      const href = webLink(reading.link);
      return h(
        "li",
        {},
        h("p", { class: "cc-when" }, reading.asOf ? formatDay(reading.asOf, s) : s.undated),
        h(
          "div",
          {},
          h("p", { class: "cc-value" }, reading.value, reading.printed && reading.printed !== reading.value && h("span", { class: "cc-printed" }, s.printed.toLowerCase(), " ", h("q", {}, reading.printed))),
          h("p", { class: "cc-statement" }, reading.statement),
          h("p", { class: "cc-source" }, href ? h("a", { href, rel: "noreferrer", target: "_blank" }, reading.label) : reading.label, h("span", { class: "cc-locator" }, reading.locator)),
        ),
      );
    })),
  );
}

/**
 * @param {SourceSheet[]} sheets
 * @param {Strings} s
 * @param {(sheet: SourceSheet, anchor: string) => string} sheetLink
 */
export function sourcesView(sheets, s, sheetLink) {
  return sheets.map((sheet) => {
    const { source, readings } = sheet;
    const original = source.url && webLink(source.url);
    return h(
      "section",
      { class: "cc-sheet" },
      h("h2", {}, source.label),
      h(
        "p",
        { class: "cc-source" },
        [source.title && `“${source.title}”`, source.publisher !== source.label && source.publisher, source.date && formatDay(source.date, s), originNote(source, sheets.map((other) => other.source), s)].filter(Boolean).join(" · "),
      ),
      sheet.dateNote && h("p", { class: "cc-caveat" }, s.inferredDate(sheet.dateNote)),
      h("p", { class: "cc-actions" }, original && h("a", { href: original, rel: "noreferrer", target: "_blank" }, s.original), h("a", { href: sheetLink(sheet, ""), rel: "noreferrer", target: "_blank" }, s.sheet)),
      h(
        "details",
        {},
        h("summary", {}, s.readings(readings.length)),
        h(
          "ol",
          { class: "cc-readings" },
          readings.map((reading) =>
            h(
              "li",
              {},
              h("p", { class: "cc-statement" }, reading.statement),
              h(
                "p",
                { class: "cc-source" },
                reading.printed && [h("q", {}, reading.printed), " · "],
                reading.asOf && [formatDay(reading.asOf, s), " · "],
                h("a", { href: sheetLink(sheet, reading.anchor), rel: "noreferrer", target: "_blank" }, reading.locator),
              ),
            ),
          ),
        ),
      ),
    );
  });
}
