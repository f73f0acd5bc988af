/**
 * What a reader sees of a report: details of a claim, the list of claims, the two other views. Shared by page and
 * element; styled by `findings.css`.
 */
import { copyText, h, webLink } from "./dom.js";
import { formatDay } from "./strings.js";

/** @import { Claim, Disagreement, Evidence, Part, SourceRef, SourceSheet } from "./claimcheck.js" */
/** @import { Finding } from "./live.js" */
/** @import { Strings } from "./strings.js" */

/** Stances that speak against a claim. An outdated reading says what the claim says, of a time that is past. */
const AGAINST = ["disagrees", "outdated", "garbled"];

/** A sign for each verdict, drawn by CSS; words stand beside it. @param {string} verdict */
const sign = (verdict) => h("span", { class: `cc-sign cc-${verdict}`, "aria-hidden": "true" });

/** @param {Claim} claim @param {Strings} s */
export function verdictLine(claim, s) {
  return h("p", { class: "cc-verdict", part: "verdict" }, sign(claim.verdict), h("strong", {}, s.verdict[claim.verdict]), " ", h("span", {}, s.reason[claim.reason]));
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
  const related = claim.evidence.filter(({ stance }) => stance === "related");
  const compared = claim.parts.filter((part) => part.expected || part.outcome !== "agrees");
  return h(
    "article",
    { class: "cc-details", part: "details", "aria-label": heading },
    verdictLine(claim, s),
    h("blockquote", { class: "cc-claim" }, sentence(claim, s)),
    compared.length > 0 && h("ul", { class: "cc-parts", "aria-label": s.partsTitle }, compared.map((part) => partLine(claim, part, s))),
    h("p", { class: "cc-explanation" }, claim.explanation),
    claim.caveat && h("p", { class: "cc-caveat" }, h("strong", {}, s.caveat), " ", claim.caveat),
    supporting.length + against.length > 0 &&
      h(
        "div",
        { class: "cc-sides" },
        side(s.evidenceFor, supporting, supporting.length ? s.support(claim.support.sources, claim.support.origins) : s.noneFor, s),
        side(s.evidenceAgainst, against, against.length ? "" : s.noneAgainst, s),
      ),
    related.length > 0 && h("section", {}, h("h2", {}, s.evidenceRelated), cards(related, s)),
    h("p", { class: "cc-actions" }, h("button", { type: "button", class: "cc-quiet", onclick: onDismiss }, s.dismiss)),
  );
}

/** What speaks for a claim, or against it. @param {string} title @param {Evidence[]} evidence @param {string} remark @param {Strings} s */
function side(title, evidence, remark, s) {
  return h("section", { class: evidence.length ? "" : "cc-empty" }, h("h2", {}, title), remark && h("p", { class: "cc-count" }, remark), cards(evidence, s));
}

/** The claim with its compared parts underlined by outcome. @param {Claim} claim @param {Strings} s */
function sentence(claim, s) {
  const pieces = [];
  let at = claim.start;
  for (const part of [...claim.parts].sort((a, b) => a.start - b.start || b.end - a.end)) {
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
    // The whole claim stands right above; only a piece of it is named again.
    part.end - part.start < claim.end - claim.start && [h("span", { class: `cc-part cc-${part.outcome}` }, words(claim, part)), " "],
    h("span", { class: "cc-outcome" }, part.expected ? s.sourcesSay(part.expected) : s.outcome[part.outcome]),
  );
}

/** @param {Evidence[]} evidence @param {Strings} s */
function cards(evidence, s) {
  return evidence.length > 0 && h("ul", { class: "cc-cards" }, evidence.map((reading) => h("li", {}, card(reading, s))));
}

/** @param {Evidence} reading @param {Strings} s */
function card(reading, s) {
  const href = webLink(reading.link);
  const label = sourceName(reading.source, s);
  const copy = h("button", { type: "button", class: "cc-quiet", "aria-label": s.copyOf(label) }, s.copy);
  copy.addEventListener("click", async () => {
    const done = await copyText(citation(reading, s));
    copy.textContent = done ? s.copied : s.copyFailed;
    setTimeout(() => (copy.textContent = s.copy), 2000);
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
    h("p", { class: "cc-source" }, h("cite", {}, label), reading.source.origin && [", ", s.origin(reading.source.origin)], h("span", { class: "cc-locator" }, reading.locator)),
    h("p", { class: "cc-actions" }, href && h("a", { href, rel: "noreferrer", target: "_blank", "aria-label": s.openSourceOf(label, reading.locator) }, s.openSource), copy),
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
    reading.printed && `prints “${reading.printed}”`,
    webLink(reading.link),
  ].filter(Boolean).join(", ");
}

/** Longest list shown at once. */
const LIST_STEP = 100;

/**
 * All claims, each a button that chooses it.
 * @param {Finding[]} findings
 * @param {Strings} s
 * @param {(finding: Finding) => void} onChoose
 */
export function list(findings, s, onChoose) {
  const items = h("ol", { class: "cc-list", part: "list" });
  const more = h("button", { type: "button", class: "cc-quiet" });
  let shown = 0;
  const show = () => {
    for (const finding of findings.slice(shown, (shown += LIST_STEP))) {
      const { claim } = finding;
      items.append(
        h("li", {}, h("button", { type: "button", class: "cc-item", part: "item", onclick: () => onChoose(finding) },
          sign(claim.verdict),
          h("span", { class: "cc-item-text" }, claim.text),
          h("span", { class: "cc-item-why" }, h("b", {}, s.verdict[claim.verdict]), `: ${s.reason[claim.reason]}`))),
      );
    }
    more.textContent = s.moreClaims(Math.max(0, findings.length - shown));
    more.hidden = shown >= findings.length;
  };
  more.addEventListener("click", show);
  show();
  return h("div", {}, items, more);
}

/** @param {Disagreement[]} questions @param {Strings} s */
export function disagreementsView(questions, s) {
  if (!questions.length) return [h("p", {}, s.noDisagreement)];
  return questions.map(({ question, kind, readings }) =>
    h(
      "section",
      { class: "cc-question" },
      h("h2", {}, question),
      h("p", { class: `cc-kind-line cc-kind-${kind}` }, h("b", {}, s.disagreeKind[kind]), ` ${s.disagreeMeaning[kind]}`),
      h(
        "ol",
        { class: "cc-timeline" },
        readings.map((reading) => {
          const href = webLink(reading.link);
          return h(
            "li",
            {},
            h("p", { class: "cc-when" }, reading.asOf ? formatDay(reading.asOf, s) : ""),
            h(
              "div",
              {},
              h("p", { class: "cc-value" }, reading.value, reading.printed && reading.printed !== reading.value && h("span", { class: "cc-printed" }, s.printed.toLowerCase(), " ", h("q", {}, reading.printed))),
              h("p", { class: "cc-statement" }, reading.statement),
              h("p", { class: "cc-source" }, href ? h("a", { href, rel: "noreferrer", target: "_blank" }, reading.label) : reading.label, h("span", { class: "cc-locator" }, reading.locator)),
            ),
          );
        }),
      ),
    ),
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
        [source.title && `“${source.title}”`, source.publisher !== source.label && source.publisher, source.date && formatDay(source.date, s), source.origin && s.origin(source.origin)].filter(Boolean).join(" · "),
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
