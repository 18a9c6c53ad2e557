import { describe, expect, it } from "vitest";
import { nearCopies } from "../../../functions/goals/copies/near-copies.ts";

const texts = (...lines: string[]) => lines;
const words = (prefix: string, length: number): string[] =>
  Array.from({ length }, (_, index) => `${prefix}${index}`);
const replaced = (line: readonly string[], ...places: number[]): string =>
  line.map((word, place) => (places.includes(place) ? `other${place}` : word)).join(" ");

const unknown = (students: readonly number[]) => ({ days: students.map(() => ""), students });

describe("nearCopies", () => {
  // Of 21 words, 20 pairs: a changed word in the middle changes two, the last word one.
  it.each([
    [[3, 20], 17, 23, true],
    [[3, 6], 16, 24, true],
    [[3, 6, 20], 15, 25, true],
    [[3, 6, 9], 14, 26, false],
    [[3, 6, 9, 12], 12, 28, false],
  ])("with words %j changed, %d of %d pairs are shared: near copy %s", (places, _, __, isNear) => {
    // Many texts, so that what hashing leaves out by chance does not decide.
    const bases = Array.from({ length: 60 }, (___, number) => words(`w${number}x`, 21));
    const all = bases.flatMap((base) => [base.join(" "), replaced(base, ...places)]);
    const leaderOf = nearCopies(all, unknown(all.map(() => 1)));
    const pairs = bases.filter((___, number) => leaderOf[2 * number] === leaderOf[2 * number + 1]);
    if (isNear) expect(pairs.length).toBeGreaterThan(42);
    else expect(pairs).toHaveLength(0);
  });

  it("lets the text that most students have lead where no day is known, whatever the order", () => {
    const common = words("w", 12).join(" ");
    const rare = replaced(words("w", 12), 5);
    expect([...nearCopies(texts(rare, common), unknown([1, 7]))]).toEqual([1, 1]);
    expect([...nearCopies(texts(common, rare), unknown([7, 1]))]).toEqual([0, 0]);
  });

  it("lets the text that was there first lead, however many have another one later", () => {
    const early = words("w", 12).join(" ");
    const late = replaced(words("w", 12), 5);
    const days = ["2021-09-07", "2022-05-01"];
    expect([...nearCopies(texts(early, late), { days, students: [1, 7] })]).toEqual([0, 0]);
    const turned = { days: days.toReversed(), students: [7, 1] };
    expect([...nearCopies(texts(late, early), turned)]).toEqual([1, 1]);
  });

  it("compares with leaders only: a chain of small changes is not one cluster", () => {
    const first = words("w", 13);
    const second = replaced(first, 2).split(" ");
    const third = replaced(second, 6);
    const leaderOf = nearCopies(
      texts(first.join(" "), second.join(" "), third),
      unknown([3, 2, 1]),
    );
    expect([...leaderOf]).toEqual([0, 0, 2]);
  });

  it("of nothing is nothing", () => {
    expect(nearCopies([], unknown([]))).toHaveLength(0);
  });
});
