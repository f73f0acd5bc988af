/** What keeps marks and text together while somebody writes: paragraphs cut anew only where they changed, failing workers tried again. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LiveCheck, paragraphs } from "../../www/live.js";

/** A checker that makes one claim of each paragraph, in its own time. @param {(text: string) => void} [before] may throw */
const checker = (before) => /** @type {any} */ ({
  checked: /** @type {string[]} */ ([]),
  /** @param {string} text */
  async check(text) {
    await undefined;
    this.checked.push(text);
    before?.(text);
    return { claims: [{ text, start: 0, end: text.length, verdict: "supported", parts: [] }], notices: [] };
  },
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 4));

/** Numbers that look random and are the same in every run. @param {number} seed */
function random(seed) {
  return (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

describe("checking while the text changes", () => {
  it("cuts an edited text into the very paragraphs that the whole text gives, with findings in their places", async () => {
    const pieces = ["LY said so.", "\n", "\n\n", " ", "a", "A line wrapped by hand that goes on in the next one and so has", "\n \n", "440,000 items.", "x\ny\nz", "…", "\t", "A heading without a stop"];
    const next = random(7);
    for (let round = 0; round < 60; round++) {
      const live = new LiveCheck(() => {}, assert.fail);
      live.use(checker());
      let text = "";
      for (let edit = 0; edit < 25; edit++) {
        const from = next(text.length + 1);
        const to = Math.min(text.length, from + next(next(4) ? 4 : 60));
        const added = Array.from({ length: next(4) }, () => pieces[next(pieces.length)]).join("");
        text = text.slice(0, from) + added + text.slice(to);
        live.update(text, "2024-03-10");
        assert.deepEqual(live.blocks.map(({ start, end }) => [start, end]), paragraphs(text), JSON.stringify(text));
        for (const block of live.blocks) assert.equal(block.text, text.slice(block.start, block.end));
        if (!next(3)) await settled();
      }
      await settled();
      assert.ok(live.isSettled);
      for (const finding of live.findings) assert.equal(text.slice(finding.start, finding.end), finding.claim.text);
    }
  });

  it("checks only the paragraph that changed", async () => {
    const live = new LiveCheck(() => {}, assert.fail);
    const one = checker();
    live.use(one);
    const lines = Array.from({ length: 200 }, (_, i) => `This is line ${i}.`);
    live.update(lines.join("\n"), "2024-03-10");
    await settled();
    assert.equal(one.checked.length, 200);
    const kept = live.blocks[150];
    lines[100] = "This is another line.";
    lines.splice(120, 1);
    live.update(lines.join("\n"), "2024-03-10");
    await settled();
    assert.deepEqual(one.checked.slice(200), ["This is another line."]);
    assert.equal(live.blocks[149], kept, "what stands behind the change only moves");
    live.update(lines.join("\n"), "2024-03-11");
    await settled();
    assert.equal(one.checked.length, 201 + 199, "another date asks everything again");
  });

  it("checks a paragraph again where the one before it turns out to speak of another party", async () => {
    const live = new LiveCheck(() => {}, assert.fail);
    /** @type {[string, boolean][]} */
    const asked = [];
    const one = /** @type {any} */ ({
      /** @param {string} text @param {{otherParty: boolean}} options */
      async check(text, { otherParty }) {
        await undefined;
        asked.push([text, otherParty]);
        return { claims: [], notices: [], ...(text.startsWith("Naver") && { otherParty: true }) };
      },
    });
    live.use(one);
    live.update("Naver is a firm.\nThe company.\nIt.", "2024-03-10");
    await settled();
    assert.ok(live.isSettled);
    assert.deepEqual(asked.filter(([, otherParty]) => otherParty), [["The company.", true]]);
    asked.length = 0;
    live.update("Naver is the firm.\nThe company.\nIt.", "2024-03-10");
    assert.ok(live.blocks[1].findings, "what stands below keeps its marks while a paragraph is typed in");
    await settled();
    assert.deepEqual(asked, [["Naver is the firm.", false]], "and is not checked again where that one still speaks of the same party");
    live.update("The company.\nIt.", "2024-03-10");
    await settled();
    assert.deepEqual(asked.at(-1), ["The company.", false], "and again where that one is deleted");
  });

  it("lets the versions of a paragraph wait for one another, and checks the last", async () => {
    const live = new LiveCheck(() => {}, assert.fail);
    const one = checker();
    live.use(one);
    for (let i = 1; i <= 50; i++) live.update("x".repeat(i), "2024-03-10");
    await settled();
    assert.ok(live.isSettled);
    assert.equal(one.checked.at(-1), "x".repeat(50));
    assert.ok(one.checked.length <= 3, `${one.checked.length} checks`);
  });

  it("tries again where a worker died, and gives up only the paragraph that kills it", async () => {
    /** @type {any[]} */
    const errors = [];
    const live = new LiveCheck(() => {}, (error) => errors.push(error));
    let deaths = 0;
    live.use(checker((text) => {
      if (text !== "poison.") return;
      deaths++;
      throw Object.assign(new Error("The worker stopped."), { code: "worker" });
    }));
    live.update("one.\npoison.\ntwo.", "2024-03-10");
    await settled();
    assert.equal(deaths, 3);
    assert.equal(errors.length, 1);
    assert.deepEqual(live.findings.map(({ claim }) => claim.text), ["one.", "two."]);
  });

  it("does not try again what is wrong with the question itself", async () => {
    /** @type {any[]} */
    const errors = [];
    const live = new LiveCheck(() => {}, (error) => errors.push(error));
    const one = checker(() => {
      throw Object.assign(new Error("No such day."), { code: "date" });
    });
    live.use(one);
    live.update("one.", "2024-03-10");
    await settled();
    assert.equal(one.checked.length, 1);
    assert.equal(errors.length, 1);
  });
});
