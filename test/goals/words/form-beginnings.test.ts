import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formBeginnings,
  type PlanWithGoals,
} from "../../../functions/goals/words/form-beginnings.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import type { DeclaredTemplate } from "../../../functions/goals/words/template.ts";

const NOTHING: DeclaredTemplate = { starters: [], mandated: [] };
const FORM = "My goal for this year is to";
/** Goals that begin in no common way: each has a first word of its own. */
const WORDS = "amber birch cedar dogwood elm fir gum hazel iris juniper kapok larch maple".split(
  " ",
);
const word = (place: number): string =>
  `${WORDS[place % WORDS.length] ?? ""}${WORDS[Math.floor(place / WORDS.length)] ?? ""}`;
const other = (place: number): string => `${word(place)} a tree behind the gym`;
const onForm = (place: number, form = FORM): string => `${form} plant ${word(place)} trees`;

const plan = (author: string, goals: readonly string[], name = "Ana"): PlanWithGoals => ({
  author,
  names: ownNames([name]),
  goals,
});
/** Plans of four counselors in turn, of which so many begin as the form does. */
const plansOf = (count: number, begun: number, form = FORM): readonly PlanWithGoals[] =>
  Array.from({ length: count }, (_, place) =>
    plan(`K-${place % 4}`, [place < begun ? onForm(place, form) : other(place)]),
  );
const textsOf = (plans: readonly PlanWithGoals[], declared = NOTHING): readonly string[] =>
  formBeginnings(plans, declared).beginnings.map(({ text }) => text);

describe("formBeginnings", () => {
  it.each([
    [20, 4, []],
    [20, 5, [`${FORM} plant`]],
    [19, 4, [`${FORM} plant`]],
  ])("of %i plans proposes what more than 20 percent begin with: %i do", (count, begun, texts) => {
    expect(textsOf(plansOf(count, begun))).toEqual(texts);
  });

  it.each([
    ["two of four", ["K-0", "K-1"], []],
    ["three of four", ["K-0", "K-1", "K-2"], [`${FORM} plant`]],
    ["two of four, and plans without a counselor", ["K-0", "K-1", ""], []],
  ])("proposes what more than half of the counselors use: %s", (_name, using, texts) => {
    const begun = using.flatMap((author, place) =>
      [0, 1].map((next) => plan(author, [onForm(2 * place + next)])),
    );
    const others = ["K-0", "K-1", "K-2", "K-3"].map((author, place) =>
      plan(author, [other(place)]),
    );
    expect(textsOf([...begun, ...others])).toEqual(texts);
  });

  it("asks for no share of counselors where fewer than three are named, and says so", () => {
    const by = (...authors: readonly string[]) =>
      formBeginnings(
        authors.map((author, place) => plan(author, [place < 2 ? onForm(place) : other(place)])),
        NOTHING,
      );
    expect(by("K-0", "K-0", "K-1", "", "")).toMatchObject({
      ...{ plans: 5, authors: 2, areAuthorsJudged: false },
      beginnings: [{ text: `${FORM} plant`, plans: 2, authors: 1, continuations: 2 }],
    });
    expect(by("K-0", "K-0", "K-1", "K-2", "")).toMatchObject({
      ...{ authors: 3, areAuthorsJudged: true, beginnings: [] },
    });
  });

  it("counts a plan once, and no plan without a goal", () => {
    const twice = [onForm(1), onForm(2)];
    const others = Array.from({ length: 8 }, (_, place) => plan("", [other(place)]));
    const begun = [plan("", twice), plan("", [onForm(3), onForm(4)])];
    expect(textsOf([...begun, ...others])).toEqual([]);
    expect(textsOf([...begun, ...others.slice(1)])).toEqual([`${FORM} plant`]);
    const empty = [plan("", []), plan("", [" "])];
    expect(textsOf([...begun, ...others.slice(1), ...empty])).toEqual([`${FORM} plant`]);
  });

  it.each([
    ["I want to", []],
    ["I do want to", ["I do want to plant"]],
  ])("proposes four words and more, not three: %j", (form, texts) => {
    const plans = plansOf(8, 4, form).map(({ goals, ...of }) => ({
      ...of,
      goals: goals.map((text) => text.replace(/^(I want to) plant/, "$1")),
    }));
    expect(textsOf(plans)).toEqual(texts);
  });

  it("ends where students go on in their own ways, or alike without being the form", () => {
    const verbs = ["plant", "grow", "paint", "draw", "write", "plan", "count", "save"];
    const plans = verbs.map((verb, place) =>
      plan(`K-${place % 4}`, [`${FORM} ${verb} ${word(place)} trees`]),
    );
    expect(textsOf(plans)).toEqual([FORM]);
    // Half of them improve a grade: what the others write begins with the form's words alone.
    const alike = [9, 10, 11, 12].map((place) =>
      plan(`K-${place % 4}`, [`${FORM} improve my ${word(place)} grade`]),
    );
    expect(textsOf([...plans.slice(0, 6), ...alike])).toEqual([FORM]);
  });

  it("proposes both beginnings of a form with two, as most goals write them", () => {
    const [first, second] = ["My goal for this year is to", "My goal for this semester is to"];
    const plans = Array.from({ length: 12 }, (_, place) =>
      plan(`K-${place % 4}`, [
        `${place === 3 ? first?.toLowerCase() : place < 5 ? first : second} ${word(place)} more`,
      ]),
    );
    expect(textsOf(plans)).toEqual([second, first]);
  });

  it("proposes what is frequent only once another beginning is removed, after that", () => {
    const texts = Array.from({ length: 20 }, (_, place) => {
      if (place < 5) return `My goal is to ${word(place)} more`;
      if (place < 8) return `My goal is to try hard and be ${word(place)}`;
      return place < 11 ? `Try hard and be ${word(place)}` : other(place);
    });
    const plans = texts.map((text, place) => plan(`K-${place % 3}`, [text]));
    expect(formBeginnings(plans, NOTHING).beginnings).toEqual([
      { text: "My goal is to", plans: 8, authors: 3, continuations: 8 },
      { text: "Try hard and be", plans: 6, authors: 3, continuations: 6 },
    ]);
  });

  it("proposes no goal that many have as a whole, and no beginning of one", () => {
    const required = "I will complete the career interest inventory by May";
    const whole = plansOf(8, 0).map((of) => ({ ...of, goals: [...of.goals, required] }));
    expect(textsOf(whole)).toEqual([]);
    // Two such goals that begin alike are no beginning with two continuations.
    const two = whole.map((of) => ({
      ...of,
      goals: [...of.goals, "I will complete the four year plan"],
    }));
    expect(textsOf(two)).toEqual([]);
  });

  it("proposes nothing where more than half of the goals go on alike", () => {
    const goals = (alike: number) =>
      Array.from({ length: 20 }, (_, place) =>
        plan(`K-${place % 4}`, [
          place < alike
            ? "We plan to be on time"
            : place < 5
              ? `We plan to be ${word(place)}`
              : other(place),
        ]),
      );
    expect(textsOf(goals(2))).toEqual(["We plan to be"]);
    expect(textsOf(goals(3))).toEqual([]);
  });

  it.each([
    ["a number", (place: number) => `I will read 12 books of ${word(place)}`],
    ["a date", (place: number) => `I will by May 30 read of ${word(place)}`],
    ["a name", (place: number) => `Will Turner wants to read of ${word(place)}`],
    ["a name of the possessive", (place: number) => `I and Turner's aunt will read ${word(place)}`],
  ])("proposes no beginning with %s of the student in it", (_name, textOf) => {
    const plans = Array.from({ length: 8 }, (_, place) =>
      plan(`K-${place % 4}`, [textOf(place)], "Will Turner"),
    );
    expect(textsOf(plans)).toEqual([]);
  });

  it("proposes what comes before a number, a date or a name", () => {
    const plans = Array.from({ length: 8 }, (_, place) =>
      plan(`K-${place % 4}`, [`${FORM} read ${place + 3} books about ${word(place)}`]),
    );
    expect(textsOf(plans)).toEqual([`${FORM} read`]);
  });

  it("counts after what is declared: beginnings, and goals that every student must have", () => {
    const plans = plansOf(8, 8);
    expect(textsOf(plans, { ...NOTHING, starters: [`${FORM} plant`] })).toEqual([]);
    const required = Array.from({ length: 8 }, (_, place) => `${FORM} see ${word(place)}`);
    const withRequired = required.map((text, place) => plan(`K-${place % 4}`, [text]));
    expect(textsOf(withRequired)).toEqual([`${FORM} see`]);
    expect(textsOf(withRequired, { ...NOTHING, mandated: required })).toEqual([]);
  });

  it("depends neither on the order of plans nor on that of goals, and proposes nothing once that is declared", () => {
    const part = fc.constantFrom(
      "my",
      "goal",
      "is",
      "to",
      "read",
      "more",
      "by May 3",
      "Ana",
      "each",
    );
    const goal = fc
      .tuple(
        fc.constantFrom("", "My goal is to", "This year I will", "I'm going to try to"),
        fc.array(part, { maxLength: 7 }),
      )
      .map(([begin, rest]) => [begin, ...rest].join(" "));
    const drawn = fc.record({
      author: fc.constantFrom("", "K-1", "K-2", "K-3", "K-4"),
      goals: fc.array(goal, { maxLength: 4 }),
    });
    let proposed = 0;
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 3, maxLength: 14 }), (all) => {
        const plans = all.map(({ author, goals }) => plan(author, goals));
        const { beginnings } = formBeginnings(plans, NOTHING);
        const turned = plans.map((of) => ({ ...of, goals: of.goals.toReversed() })).toReversed();
        expect(formBeginnings(turned, NOTHING).beginnings).toEqual(beginnings);
        const starters = beginnings.map(({ text }) => text);
        expect(textsOf(plans, { ...NOTHING, starters })).toEqual([]);
        proposed += starters.length;
      }),
      { seed: 19, numRuns: 150 },
    );
    expect(proposed).toBeGreaterThan(50);
  });
});
