/** Finds what the sentences of an edition say in numbers, and the row of a table that must say the same. */
import { textOf } from "./facts.ts";
import type { Row } from "./conformed-records.ts";
import type { Edition } from "./published-district.ts";

/** A share as a sentence has to say it, written out a second time. */
export function shareSaid({ low, high }: Row): string {
  if (typeof low !== "number" || typeof high !== "number") return "no figure";
  if (low === high) {
    if (low === 0 || low === 1) return low === 0 ? "none" : "all";
    const percent = Math.round(low * 100);
    if (percent === 0) return "less than 1%";
    return percent === 100 ? "more than 99%" : `${percent}%`;
  }
  const [least, most] = [Math.round(low * 100), Math.round(high * 100)];
  if (least === 0 && most === 49) return "less than half";
  if (least === 50 && most === 100) return "half or more";
  if (least === 0) return `at most ${most}%`;
  return most === 100 ? `${least}% or more` : `${least}–${most}%`;
}

const SHARE =
  "(none|all|less than half|half or more|(?:at most |less than |more than )?\\d+(?:–\\d+)?%(?: or more)?)";
const DAY = "[A-Z][a-z]+ \\d+, \\d{4}";
/** A figure that was held says its day. */
const HELD = `(?:, as of ${DAY})?`;

/** One kind of phrase with a number in it: the rows that say it, and how the phrase follows from the row. */
interface Phrase {
  readonly pattern: RegExp;
  readonly rows: (edition: Edition, match: readonly string[]) => readonly Row[];
  /** What the numbers of the phrase must be, in their order, of that row. */
  readonly numbers: (row: Row) => readonly string[];
}

const isOf =
  (place: string, wanted: { readonly [column: string]: string }) =>
  (row: Row): boolean =>
    textOf(row, "school") === place &&
    Object.entries(wanted).every(([column, value]) => textOf(row, column) === value);

const rowsOf =
  (table: string, wanted: { readonly [column: string]: string }) =>
  (place: string) =>
  ({ tables }: Edition): readonly Row[] =>
    (tables[table] ?? []).filter(isOf(place, { breakdown: "all", ...wanted }));

const share = (row: Row): readonly string[] => [shareSaid(row).toLowerCase()];
const shareOfStudents = (row: Row): readonly string[] => [
  shareSaid(row).toLowerCase(),
  Number(row["n"]).toLocaleString("en-US"),
];

const phrase = (pattern: string, rows: Phrase["rows"], numbers: Phrase["numbers"]): Phrase => ({
  pattern: new RegExp(pattern, "i"),
  rows,
  numbers,
});

/** A requirement named with the share of those who stand in one way on it. */
const ofRequirement = (words: string, place: string, standing: string): Phrase =>
  phrase(
    `${words} \\(${SHARE}\\)`,
    (edition, [, name = ""]) =>
      rowsOf("standings", { requirementName: name, standing })(place)(edition),
    (row) => [textOf(row, "requirementName").toLowerCase(), ...share(row)],
  );

/** What is said of a place: the district, or a school by its id. */
const ofPlace = (place: string): readonly Phrase[] => [
  phrase(
    `${SHARE} of ([\\d,]+) students? have at least one requirement that is due and not met \\(missing or late\\)${HELD}\\.`,
    rowsOf("standings", { requirement: "all", standing: "not-met" })(place),
    shareOfStudents,
  ),
  ofRequirement("Most often not met: (?<name>[^.]+?)", place, "not-met"),
  phrase(
    `For ${SHARE} of the students it cannot be determined`,
    rowsOf("standings", { requirement: "all", standing: "not-determinable" })(place),
    share,
  ),
  ofRequirement("Cannot be determined: (?<name>[^.]+?)", place, "not-determinable"),
  ofRequirement("What would decide “(?<name>[^”]+)”", place, "not-determinable"),
  phrase(
    `Due within 30 days: (?<name>.+?) \\(${SHARE}\\)`,
    ({ tables }, [, name = ""]) =>
      (tables["next-steps"] ?? []).filter(isOf(place, { requirementName: name, need: "due-soon" })),
    (row) => [textOf(row, "requirementName").toLowerCase(), ...share(row)],
  ),
  phrase(
    `(?:is missing|is known to be missing|asks is due yet) for any of ([\\d,]+) students?\\.`,
    rowsOf("standings", { requirement: "all", standing: "not-met" })(place),
    // Nobody, of so many.
    (row) => (row["high"] === 0 ? [Number(row["n"]).toLocaleString("en-US")] : ["somebody"]),
  ),
  phrase(
    `${SHARE} of students have an open plan${HELD}\\.`,
    rowsOf("rates", { measure: "plan-coverage" })(place),
    share,
  ),
];

const timeliness = { measure: "review-timeliness" };
const allReviews = (status: string) => rowsOf("statuses", { requirement: "all", status })("");
const transition = ({ tables }: Edition, name: string): readonly Row[] =>
  (tables["rates"] ?? []).filter(isOf("", { measure: "transition-coverage", groupName: name }));

const changeOf =
  (wanted: { readonly [column: string]: string }) =>
  ({ tables }: Edition): readonly Row[] =>
    (tables["changes"] ?? []).filter(isOf("", wanted));

const before = (row: Row): readonly string[] => [
  shareSaid({ low: row["previousLow"] ?? null, high: row["previousHigh"] ?? null }).toLowerCase(),
];

const PAGES: { readonly [page: string]: readonly Phrase[] } = {
  kept: ofPlace(""),
  transitions: [
    ...ofPlace(""),
    phrase(
      `${SHARE} of ([\\d,]+) students? are ready for the transition “(?<name>[^”]+)”`,
      (edition, [, , , name = ""]) => transition(edition, name),
      (row) => [...shareOfStudents(row), textOf(row, "groupName").toLowerCase()],
    ),
    ...[0, 1].map(() =>
      phrase(
        `(?<=[.;] )(?<name>[^:;.]+): ${SHARE}`,
        (edition, [, name = ""]) => transition(edition, name),
        (row) => [textOf(row, "groupName").toLowerCase(), ...share(row)],
      ),
    ),
  ],
  compliance: [
    ...ofPlace(""),
    phrase(
      `${SHARE} of ([\\d,]+) students? had every review so far held on time`,
      rowsOf("rates", timeliness)(""),
      shareOfStudents,
    ),
    phrase(
      `, (?:(?:up|down) from|after) ${SHARE} on ${DAY}`,
      changeOf({ ...timeliness, breakdown: "all" }),
      before,
    ),
    phrase(`${SHARE} have a review that was not held`, allReviews("not-held"), share),
    phrase(`${SHARE} have no plan though a review is due`, allReviews("no-plan"), share),
    phrase(`${SHARE} have no review due yet`, allReviews("not-due"), share),
    phrase(
      `Fewest at (?<name>[^(]+) \\(${SHARE}\\)\\.`,
      ({ tables }, [, name = ""]) =>
        (tables["rates"] ?? []).filter(
          (row) =>
            row["schoolName"] === name &&
            row["level"] === "school" &&
            row["breakdown"] === "all" &&
            row["measure"] === timeliness.measure,
        ),
      (row) => [textOf(row, "schoolName").toLowerCase(), ...share(row)],
    ),
  ],
  groups: [0, 1, 2].map(() =>
    phrase(
      `(?<measure>[A-Z][^:.]+): (?<group>.+?), ${SHARE}, (?:at least )?(?:([\\d.]+) points? )?(higher|lower) than`,
      ({ tables }, [, measure = "", group = ""]) =>
        (tables["student-groups"] ?? []).filter(
          isOf("", { measureName: measure, groupName: group }),
        ),
      (row) => [
        textOf(row, "measureName").toLowerCase(),
        textOf(row, "groupName").toLowerCase(),
        ...share(row),
        pointsSaid(row),
        textOf(row, "gap"),
      ],
    ),
  ),
  whoActsNext: [
    phrase(
      `wait for most often: (?<name>.+), (?<need>[^,]+) \\(${SHARE} of ([\\d,]+) students?${HELD}\\)\\.`,
      ({ tables }, [, name = "", need = ""]) =>
        (tables["next-steps"] ?? []).filter(
          (row) =>
            row["level"] === "district" &&
            row["requirementName"] === name &&
            textOf(row, "needName").toLowerCase() === need.toLowerCase(),
        ),
      (row) => [
        textOf(row, "requirementName").toLowerCase(),
        textOf(row, "needName").toLowerCase(),
        ...shareOfStudents(row),
      ],
    ),
    // The public edition says of a requirement that is not met, or of a transition, no need beside.
    phrase(
      `most often (?:late or missing|not ready): (?<name>.+?)(?:, (?<need>review overdue|no plan))? \\(${SHARE} of ([\\d,]+) students?${HELD}\\)\\.`,
      ({ tables }, [, name = "", need = ""]) =>
        (tables["next-steps"] ?? []).filter(
          (row) =>
            row["level"] === "district" &&
            row["requirementName"] === name &&
            publicNeed(row) === need.toLowerCase(),
        ),
      (row) => [
        textOf(row, "requirementName").toLowerCase(),
        publicNeed(row),
        ...shareOfStudents(row),
      ],
    ),
    phrase(
      `Records to fix are on the worklist, most often: (?<name>.+?) \\(([\\d,]+) students?\\)\\.`,
      ({ tables }, [, name = ""]) =>
        (tables["reconciliation"] ?? []).filter(
          (row) =>
            row["level"] === "district" &&
            textOf(row, "problemName").toLowerCase() === name.toLowerCase(),
        ),
      (row) => [
        textOf(row, "problemName").toLowerCase(),
        Number(row["count"]).toLocaleString("en-US"),
      ],
    ),
  ],
};

const publicNeed = (row: Row): string =>
  ["not-met", "not-ready"].includes(textOf(row, "need"))
    ? ""
    : textOf(row, "needName").toLowerCase();

/** The sure distance of two shares in points. */
function pointsSaid({ gapLow, gapHigh }: Row): string {
  const points = Math.max(Number(gapLow ?? 0), -Number(gapHigh ?? 0), 0);
  return points === 0 ? "" : String(points);
}

const changed = (): Phrase =>
  phrase(
    `^(?<measure>[^:(]+?)(?: \\((?<group>[^)]+)\\))?: ${SHARE}(?: of all students under the mandate)?, (up|down) from ${SHARE} on ${DAY}\\.$`,
    ({ tables }, [, measure = "", group = ""]) =>
      (tables["changes"] ?? []).filter(
        isOf("", {
          measureName: measure,
          ...(group === "" ? { breakdown: "all" } : { groupName: group }),
        }),
      ),
    (row) => [
      textOf(row, "measureName").toLowerCase(),
      row["breakdown"] === "all" ? "" : textOf(row, "groupName").toLowerCase(),
      ...share(row),
      textOf(row, "change"),
      ...before(row),
    ],
  );

/** What the sentences on what lies between two releases have to be, from the tables and with words of their own. */
function betweenSaid({ asOf, tables }: Edition): readonly string[] {
  const due = (tables["came-due"] ?? []).filter((row) => row["level"] === "district");
  const named = due.map((row) => {
    const name = textOf(row, "requirementName");
    const students = Number(row["count"]);
    if (row["count"] === undefined) return name;
    return `${name} (for ${students.toLocaleString("en-US")} student${students === 1 ? "" : "s"})`;
  });
  const trend = (tables["trend"] ?? []).filter(
    (row) => row["level"] === "district" && row["state"] === "shown",
  );
  const key = (row: Row): string => `${textOf(row, "measure")} ${textOf(row, "group")}`;
  const days = [...new Set(trend.map((row) => textOf(row, "asOf")))].sort();
  const before = days.at(-2) ?? "";
  const anew = trend.filter(
    (row) =>
      row["asOf"] === asOf &&
      row["comparableSince"] === asOf &&
      trend.some((one) => one["asOf"] === before && key(one) === key(row)),
  );
  const measures = anew.map((row) =>
    row["breakdown"] === "transition"
      ? `${textOf(row, "measureName")} (${textOf(row, "groupName")})`
      : textOf(row, "measureName"),
  );
  return [
    ...(named.length === 0
      ? []
      : [`Newly due since ${dayOf(textOf(due[0]!, "previousAsOf"))}: ${named.join(", ")}.`]),
    ...(measures.length === 0
      ? []
      : [
          `Not compared with ${dayOf(before)}, when a different set of requirements was due: ${measures.join(", ")}.`,
        ]),
  ];
}

/** "March 31, 2022" */
const dayOf = (on: string): string =>
  new Date(on).toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });

export interface CheckedSentences {
  /** Numbers that a table says otherwise, or that no table says. */
  readonly faults: readonly string[];
  readonly checked: number;
}

/** Every number of the sentences beside the row that it is from; the attendance sentence is of estimates. */
export function checkSentences(edition: Edition): CheckedSentences {
  const { sentences } = edition.manifest;
  const { schools, changes, ...pages } = sentences as {
    readonly schools: { readonly [school: string]: string };
    readonly changes: readonly string[];
    readonly [page: string]: unknown;
  };
  const between = betweenSaid(edition);
  const asked: (readonly [text: string, phrases: readonly Phrase[], name: string])[] = [
    ...Object.entries(PAGES).map(
      ([page, phrases]) => [String(pages[page]), phrases, page] as const,
    ),
    ...changes.slice(between.length).map((text) => [text, [changed()], "changes"] as const),
    ...Object.entries(schools).map(([school, text]) => [text, ofPlace(school), school] as const),
  ];
  const faults: string[] = between
    .filter((text, at) => changes[at] !== text)
    .map((text) => `changes: "${text}" is not said`);
  let checked = between.length;
  for (const [text, phrases, name] of asked) {
    let rest = text;
    for (const { pattern, rows, numbers } of phrases) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      checked++;
      const said = match.slice(1).map((value) => (value ?? "").toLowerCase());
      const found = rows(edition, [...match]).map((row) => numbers(row).join(" / "));
      if (found.length !== 1 || found[0] !== said.join(" / ")) {
        faults.push(
          `${name}: "${match[0]}", and the tables say ${found.join(" or ") || "nothing"}`,
        );
      }
      rest = rest.replace(match[0], "");
    }
    // A number of students is said of the figure it stands with, and nowhere else.
    if (/%|\d points?\b|\d students?\b/.test(rest))
      faults.push(`${name}: no table was found for "${rest}"`);
  }
  return { faults, checked };
}

/**
 * The numbers of the attendance sentence that no estimate of the district rounds to, and numbers of
 * students other than those of the estimate that it tells.
 */
export function strangeEstimates({ tables, manifest }: Edition): readonly string[] {
  const known = new Set(["95", "60", "30", "20"]);
  for (const row of (tables["associations"] ?? []).filter(({ level }) => level === "district")) {
    if (row["method"] === "within-school-difference") {
      known.add(`${Number(row["students"]).toLocaleString("en-US")} students with and without`);
    }
    for (const column of ["estimate", "low", "high"]) {
      for (const digits of [1, 2]) known.add(Math.abs(Number(row[column])).toFixed(digits));
    }
  }
  const said =
    String(manifest.sentences["attendance"]).match(
      /\d+(?:,\d{3})*(?:\.\d+)?(?: students with and without)?/g,
    ) ?? [];
  return said.filter((number) => !known.has(number));
}
