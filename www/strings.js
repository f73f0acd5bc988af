/**
 * Every word of the interface: of the page (the build writes those of the HTML into it), and of the element.
 * Another language is another object of this shape in `LANGUAGES`.
 */

const plural = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ many = one + "s") => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** Words that stand in the page's HTML only: the build writes them there, and no script carries them. */
export const html = {
  title: "claimcheck: check a draft about the LY / Line data breach",
  brand: "claimcheck",
  headline: "Check what you write about the LY / Line data breach against five press reports.",
  promise: "Your text stays in this browser.",
  promiseMore: "It is checked on this device. Nothing you type is sent or stored.",
  noScript: "This page checks your text on your own device, and needs JavaScript and WebAssembly for that. Both seem to be off.",
  late: "This is taking long. A file may not have arrived.",
  again: "Load the page again",
  viewsLabel: "Views",
  viewCheck: "Your draft",
  viewDisagree: "Where the sources disagree",
  viewSources: "Sources",
  skip: "Skip to your draft",
  editorHint: "F8 next claim, F9 next conflict, Shift for previous; Ctrl Enter goes to the details, Escape comes back.",
  dated: "Draft dated",
  clear: "Clear",
  sample: "Sample",
  footer: "“Supported” means that these sources say so. It never means that something is true.",
  disagreeTitle: "Where the sources disagree",
  disagreeLede: "Question by question, what each report says. Not every difference is a contradiction: figures get updated, and print gets damaged.",
  sourcesTitle: "What each source says",
  sourcesLede: "Readings in our own words, with the place they come from. No copy of the articles is kept.",
  draft: [
    "In November 2023 LY said that up to 440,000 items of personal data had leaked. By February 2024 the count stood at 519,000. Credit card numbers were among the leaked data. Passwords leaked as well.",
    "The way in was an infected computer at a subcontractor of Naver Cloud. The intruders first got in on 9 October 2023. In all, 440,000 items of personal data leaked from LY.",
    "SoftBank and Naver each own half of A Holdings, and A Holdings owns 64.5% of LY. In March 2024 communications minister Suzuki handed LY its administrative guidance. What will the ministry do next?",
  ],
};

export const en = {
  lang: "en",

  editorLabel: "Your draft",
  datedHint: "Words like “last month” count from this day.",
  panelLabel: "Claims and evidence",

  // Verdicts and reasons
  verdict: { supported: "Supported", conflicting: "Conflicting", unsupported: "Unsupported" },
  reason: {
    stated: "a source says so",
    entailed: "it follows from what a source says",
    contradicted: "the sources say otherwise",
    disputed: "the sources disagree with each other",
    outdated: "a later report replaces this",
    garbled: "the figure is damaged in print",
    "not-stated": "the sources do not say",
    "off-topic": "not a subject of these sources",
  },
  outcome: { agrees: "agrees", disagrees: "disagrees", unknown: "not in the sources" },
  partKind: {
    quantity: "Figure", date: "Date", "time-frame": "Time", entity: "Name", role: "Role", predicate: "What happened",
    polarity: "Yes or no", certainty: "How sure", attribution: "Who says so", quotation: "Quotation",
  },
  stance: { agrees: "Agrees", disagrees: "Says otherwise", outdated: "Said so earlier", garbled: "Damaged in print", related: "Related" },

  // Details
  counts: (/** @type {number} */ n) => plural(n, "claim"),
  filterLabel: "Show claims that are",
  filterCount: (/** @type {string} */ verdict, /** @type {number} */ n) => `${n} ${verdict.toLowerCase()}`,
  previous: "Previous claim",
  next: "Next claim",
  nextConflict: "Next conflict",
  allClaims: "All claims",
  noClaims: "No claim found yet. Write a sentence that could be checked, such as a figure, a date, or who did what.",
  allHidden: "Every mark is hidden by the filter or dismissed.",
  pickOne: "Choose a marked sentence, or one from this list.",
  moreClaims: (/** @type {number} */ n) => `Show ${plural(n, "more claim")}`,
  claimOf: (/** @type {number} */ i, /** @type {number} */ n) => `Claim ${i} of ${n}`,
  partsTitle: "What was compared",
  sourcesSay: (/** @type {string} */ expected) => `the sources say: ${expected}`,
  support: (/** @type {number} */ sources, /** @type {number} */ origins) =>
    sources === 0 ? "No source says this." : sources === 1 ? "One source says this." : `${sources} sources say this, ${origins === sources ? "independently of one another" : origins === 1 ? "all going back to one origin" : `going back to ${origins} origins`}.`,
  opposed: (/** @type {number} */ sources, /** @type {number} */ origins) =>
    `${sources === 1 ? "One source speaks" : `${sources} sources speak`} against it${sources === 1 || origins === sources ? "" : origins === 1 ? ", all going back to one origin" : `, going back to ${origins} origins`}.`,
  caveat: "Note",
  evidenceFor: "For",
  evidenceAgainst: "Against",
  evidenceRelated: "Nearest in the sources",
  noneFor: "No source says this.",
  noneAgainst: "No source says otherwise.",
  printed: "Printed",
  prints: (/** @type {string} */ words) => `prints “${words}”`,
  asOf: "As of",
  sameOrigin: (/** @type {string} */ others) => `same origin as ${others}`,
  openSource: "Open the source",
  openSourceOf: (/** @type {string} */ label, /** @type {string} */ locator) => `Open the source: ${label}, ${locator}`,
  copy: "Copy citation",
  copyOf: (/** @type {string} */ label) => `Copy citation: ${label}`,
  copied: "Copied",
  copyFailed: "Copying was refused by the browser",
  dismiss: "Dismiss this mark",
  dismissed: (/** @type {number} */ n) => `${plural(n, "mark")} dismissed`,
  restore: "Bring back",
  remember: "Remember dismissed marks on this device",
  rememberMore: "Only a checksum of each sentence is kept, never the text.",
  close: "Close details",

  // State
  loading: "Loading the checker…",
  checking: "Checking…",
  summary: (/** @type {number} */ all, /** @type {Record<string, number>} */ by) =>
    all === 0 ? "No claims." : `${plural(all, "claim")}: ${by.conflicting} conflicting, ${by.unsupported} unsupported, ${by.supported} supported.`,
  announce: (/** @type {string} */ verdict, /** @type {string} */ reason, /** @type {string} */ text, /** @type {string} */ place) => `${verdict}, ${reason}: ${text}. ${place}.`,
  against: (/** @type {{title: string, version: string, sources: number, facts: number}} */ base, /** @type {string} */ engine) =>
    `Checked against “${base.title}”, version ${base.version}: ${plural(base.sources, "source")}, ${plural(base.facts, "reading")}. Engine ${engine}.`,
  line: (/** @type {number} */ line) => `line ${line}`,
  failed: "The checker could not be loaded.",
  failedCheck: "The text could not be checked.",
  retry: "Try again",
  missingTarget: (/** @type {string} */ id) => `There is no element with the id “${id}” to check.`,
  badDate: (/** @type {string} */ given) => `Expected a day as YYYY-MM-DD, found “${given}”. Today is used instead.`,
  noDate: "Give the day as YYYY-MM-DD. Until then the last valid day is used.",

  // The other views
  disagreeKind: { clash: "Clash", updated: "Updated", garbled: "Garbled" },
  disagreeMeaning: { clash: "answers differ for the same time", updated: "a later report replaces an earlier one", garbled: "damaged in print" },
  disagreeFilter: "Show questions that are",
  undated: "no date",
  noDisagreement: "The sources agree on every question.",
  readings: (/** @type {number} */ n) => plural(n, "reading"),
  original: "Original report",
  sheet: "Source sheet",
  inferredDate: (/** @type {string} */ note) => `Date: ${note}`,
};

/** @typedef {typeof en} Strings */

/** @type {Record<string, Strings>} */
const LANGUAGES = { en };

/** @param {string | null | undefined} lang a language tag; English where we do not speak it */
export function stringsFor(lang) {
  return LANGUAGES[(lang ?? "").toLowerCase().split("-")[0]] ?? en;
}

/** "2023-11-27", "2023-11" or "2023" as people write it. @param {string} iso @param {Strings} strings */
export function formatDay(iso, strings) {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year || iso.length < 7 || !/^\d{4}(-\d\d){1,2}$/.test(iso)) return iso;
  /** @type {Intl.DateTimeFormatOptions} */
  const shape = day ? { day: "numeric", month: "long", year: "numeric" } : { month: "long", year: "numeric" };
  return new Intl.DateTimeFormat(strings.lang === "en" ? "en-GB" : strings.lang, { ...shape, timeZone: "UTC" }).format(Date.UTC(year, month - 1, day || 1));
}
