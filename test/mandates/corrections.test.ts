import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { MANDATES } from "../../functions/mandates/rules/mandates.ts";

/** One entry of the reading of the legal texts, and what the profile has in its place now. */
interface Correction {
  readonly jurisdiction: string;
  readonly requirement: string;
  readonly field: string;
  /** What the reading says the field should be: a value, or prose. */
  readonly should: unknown;
  /** Where the profile has it: ids after "requirements", "duties" and "notes". */
  readonly at: readonly string[];
  /** What is there: of one path its value, of several the list of theirs. */
  readonly value: unknown;
  /** Why the value is another; there exactly where it is. */
  readonly reason?: string;
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./reference/${name}`, import.meta.url), "utf8")) as T;

/** The entries of the reading, by half: none may be left out, added or told twice. */
const KEYS = read<{ readonly [half: string]: readonly (readonly [string, string, string])[] }>(
  "correction-keys.json",
);
const HALVES = readdirSync(new URL("./reference/corrections/", import.meta.url)).map(
  (name) =>
    [name.replace(/\.json$/, ""), read<readonly Correction[]>(`corrections/${name}`)] as const,
);

const nameOf = ({ jurisdiction, requirement, field }: Correction): string =>
  `${jurisdiction} ${requirement}: ${field}`;

/** What a profile has at a path; a list of objects is gone through, one by id where it has ids. */
function valueAt(value: unknown, [segment, ...rest]: readonly string[]): unknown {
  if (segment === undefined) return value ?? null;
  if (Array.isArray(value)) {
    const byId = value.find((item: unknown) => fieldOf(item, "id") === segment) as unknown;
    if (byId !== undefined) return valueAt(byId, rest);
    if (value.some((item) => fieldOf(item, "id") !== undefined)) return null;
    if (/^\d+$/.test(segment)) return valueAt(value[Number(segment)], rest);
    return value.map((item) => valueAt(item, [segment, ...rest]));
  }
  return valueAt(fieldOf(value, segment), rest);
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null
    ? (value as { readonly [field: string]: unknown })[field]
    : undefined;

const profileOf = (jurisdiction: string): unknown => MANDATES.find(({ id }) => id === jurisdiction);

describe("the paths of corrections", () => {
  const profile = {
    version: 2,
    requirements: [{ id: "aims", all: [{ component: "resume" }, { component: "portfolio" }] }],
  };

  it.each([
    ["version", 2],
    ["requirements.aims.all.component", ["resume", "portfolio"]],
    ["requirements.aims.all.1.component", "portfolio"],
    ["requirements.contents.all", null],
    ["requirements.aims.due.grade", null],
  ])("%s is %j", (path, value) => {
    expect(valueAt(profile, path.split("."))).toEqual(value);
  });
});

describe.each(HALVES)("the corrections from %s", (half, corrections) => {
  it("are those of the reading, each once", () => {
    const told = corrections.map(({ jurisdiction, requirement, field }) =>
      JSON.stringify([jurisdiction, requirement, field]),
    );
    expect(told.sort()).toEqual((KEYS[half] ?? []).map((key) => JSON.stringify(key)).sort());
  });

  it.each(corrections.map((correction) => [nameOf(correction), correction] as const))(
    "%s",
    (_name, correction) => {
      const { jurisdiction, at: segments, should, value, reason } = correction;
      const profile = profileOf(jurisdiction);
      const values = segments.map((path) => valueAt(profile, path.split(".")));
      expect(values.length).toBeGreaterThan(0);
      expect(values.length === 1 ? values[0] : values).toEqual(value);
      if (isDeepStrictEqual(value, should)) expect(reason).toBeUndefined();
      else expect(reason).toMatch(/^[A-Z].+[.]$/s);
    },
  );
});

describe("the corrections", () => {
  it("are told for both halves", () => {
    expect(HALVES.map(([half]) => half).sort()).toEqual(Object.keys(KEYS).sort());
  });
});
