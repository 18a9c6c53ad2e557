/** Holds every figure of the first screens of an edition to the row of the table that it is read from. */
import type { Action } from "../../functions/releases/messages/actions.ts";
import type { SchoolReport } from "../../functions/releases/overview/school-report.ts";
import type {
  HeadlineFigure,
  Overview,
  PastShare,
  PlaceBar,
  RateOf,
  ShownFigure,
} from "../../functions/releases/overview/overview.ts";
import type { Row } from "./conformed-records.ts";
import { changeClaims, type Claim } from "./message-claims.ts";
import { checkAll, claimFaults, type Checked, type Said } from "./message-figures.ts";
import type { Edition } from "./published-district.ts";

/** The overview and each school's report. @throws when there is no overview */
export function checkScreens(edition: Edition): Checked {
  const { overview, reports } = screensOf(edition);
  const checks = [
    checkOverview(overview, edition),
    ...reports.map((report) => checkReport(report, edition)),
  ];
  return {
    faults: checks.flatMap(({ faults }) => faults),
    checked: checks.reduce((sum, { checked }) => sum + checked, 0),
  };
}

/** @throws when there is no overview */
export function screensOf({ screens }: Edition): {
  readonly overview: Overview;
  readonly reports: readonly SchoolReport[];
} {
  const overview = screens["overview.json"];
  if (overview === undefined) throw new Error("the edition has no overview");
  const reports = Object.entries(screens)
    .filter(([path]) => path.startsWith("school-reports/"))
    .map(([, report]) => report as SchoolReport);
  return { overview: overview as Overview, reports };
}

function checkOverview(overview: Overview, edition: Edition): Checked {
  const { figures, places, actions, kept, changes } = overview;
  const { messages } = edition.manifest;
  const claims = [
    ...figures.flatMap((figure) => figureClaims(figure, edition)),
    ...places.bars.flatMap((bar) => barClaims(bar, places.kind, { breakdown: "all" }, edition)),
    ...actions.flatMap(actionClaims(edition)),
  ];
  const listed = messages.changes.map((message) => JSON.stringify(message));
  const isSame =
    JSON.stringify(kept) === JSON.stringify(messages.kept) &&
    changes.length >= Math.min(4, listed.length) &&
    changes.every((message) => listed.includes(JSON.stringify(message)));
  return together("overview", "", claims, actions, edition, [
    ...(isSame ? [] : ["says otherwise than the manifest whether the mandate is kept"]),
  ]);
}

function checkReport(report: SchoolReport, edition: Edition): Checked {
  const { rows, grades, actions, messages } = report;
  const { id } = report.school;
  const said = edition.manifest.messages.schools[id];
  const claims = [
    ...rows.flatMap((row) => [
      rateClaim(row, row.school, { school: id }, edition),
      rateClaim(row, row.district, { school: "" }, edition),
      ...changeClaims(row.change, { ...named(row), school: id }, edition.asOf),
    ]),
    ...grades.bars.flatMap((bar) =>
      barClaims(bar, grades.kind, { breakdown: "grade", group: bar.group }, edition),
    ),
    ...actions.flatMap(actionClaims(edition)),
  ];
  const isSame = said === undefined || JSON.stringify(said) === JSON.stringify(messages);
  return together(`report of ${id}`, id, claims, actions, edition, [
    ...(isSame ? [] : ["says otherwise than the manifest whether the mandate is kept"]),
    ...rows.flatMap((row) => medianFaults(row, report, edition)),
  ]);
}

function together(
  where: string,
  place: string,
  claims: readonly Claim[],
  actions: readonly Action[],
  edition: Edition,
  others: readonly string[],
): Checked {
  const said = actions.map(({ message }): Said => ({ where, message, place, asked: "next-steps" }));
  const messages = checkAll(said, edition);
  return {
    faults: [...claims.flatMap((claim) => claimFaults(claim, edition)), ...others]
      .map((fault) => `${where}: ${fault}`)
      .concat(messages.faults),
    checked: claims.length + messages.checked,
  };
}

const named = ({ measure, breakdown, group }: RateOf) => ({ measure, breakdown, group });

function rateClaim(of: RateOf, figure: ShownFigure, place: object, edition: Edition): Claim {
  return { table: "rates", row: { ...named(of), ...place }, says: shownAs(figure, edition) };
}

/** What the row says of a figure: the exact number where the edition has it, and nothing held that is not. */
const shownAs = (
  { state, low, high, n, count, heldOn }: Omit<ShownFigure, "low" | "high"> & Partial<ShownFigure>,
  { asOf, tables }: Edition,
): Claim["says"] => ({
  ...{ state, n },
  ...(low === undefined ? {} : { low, high }),
  ...(isCounted(tables) ? { count } : {}),
  ...(heldOn !== null || state === "shown" ? { drawnOn: heldOn ?? asOf } : {}),
});

const isCounted = (tables: Edition["tables"]): boolean =>
  Object.hasOwn(tables["rates"]?.[0] ?? {}, "count");

function figureClaims(figure: HeadlineFigure, edition: Edition): readonly Claim[] {
  const { onTime, change, past, lastYear, name } = figure;
  const place = { school: "" };
  const own = { ...named(figure), ...place };
  const of =
    (table: string) =>
    ({ asOf, low, high }: PastShare): Claim => ({
      ...{ table, row: own, says: { low, high, drawnOn: asOf }, isOfOne: true },
    });
  return [
    rateClaim(figure, figure, place, edition),
    { table: "rates", row: own, says: { groupName: name } },
    ...(onTime === null
      ? []
      : [rateClaim({ ...figure, measure: "requirement-met" }, onTime, place, edition)]),
    ...changeClaims(change, own, edition.asOf),
    ...past.map(([asOf, low, high = low]) => of("trend")({ asOf, low, high })),
    ...(lastYear === null ? [] : [of("last-year")(lastYear)]),
  ];
}

function barClaims(
  { school, state, n, heldOn, parts, name }: PlaceBar,
  kind: "reviews" | "requirements",
  of: object,
  edition: Edition,
): readonly Claim[] {
  const [table, column, counted] =
    kind === "reviews" ? ["statuses", "status", "on-time"] : ["standings", "standing", "met"];
  const row = (part: string) => ({ ...of, school, requirement: "all", [column as string]: part });
  return [
    {
      ...{ table: table as string, row: row(counted as string) },
      says: { state, n, schoolName: name, ...(heldOn === null ? {} : { drawnOn: heldOn }) },
    },
    ...parts.map(([part, low, high = low]) => ({
      table: table as string,
      row: row(part),
      says: {
        ...{ state, n, low, high },
        ...(state === "shown" ? { drawnOn: heldOn ?? edition.asOf } : {}),
      },
    })),
  ];
}

const actionClaims =
  ({ asOf, manifest, tables }: Edition) =>
  ({ message: { id, values }, list }: Action): readonly Claim[] => {
    const ofSchool = { school: list?.school ?? "" };
    const row = { ...ofSchool, requirement: list?.requirement ?? "", need: list?.need ?? "" };
    if (id === "act-on") {
      const { share, students, count, heldOn, requirement, need, place } = values;
      return [
        {
          ...{ table: "next-steps", row },
          says: {
            ...{
              low: share.low,
              high: share.high,
              n: students,
              requirementName: requirement,
              need,
            },
            ...(isCounted(tables) ? { count } : {}),
            ...{
              drawnOn: heldOn ?? asOf,
              ...(place === null ? { school: "" } : { schoolName: place }),
            },
          },
        },
      ];
    }
    if (id === "act-fix-records") {
      const problem = { ...ofSchool, problem: values.problem };
      return [{ table: "reconciliation", row: problem, says: { count: values.count } }];
    }
    if (id !== "act-due-soon") return [];
    const due = manifest.mandate.requirements.filter(
      ({ name, dueOn, isInForce }) =>
        isInForce &&
        values.requirements.includes(name) &&
        dueOn?.first === values.from &&
        dueOn.last === values.until,
    );
    const unknown = { table: "no calendar", row: { due: values.from }, says: {} };
    return [
      ...(due.length > 0 && due.length === values.requirements.length ? [] : [unknown]),
      ...(list === null ? [] : [{ table: "next-steps", row, says: { count: values.count } }]),
    ];
  };

/** The median of the schools of the level that show a figure, counted a second time. */
function medianFaults(
  row: SchoolReport["rows"][number],
  { school }: SchoolReport,
  { tables, manifest, asOf }: Edition,
): readonly string[] {
  const level = manifest.schools.filter(({ level: of }) => of === school.level && of !== "other");
  const shown = (tables["rates"] ?? []).filter(
    (each: Row) =>
      each["state"] === "shown" &&
      level.some(({ id }) => id === each["school"]) &&
      Object.entries(named(row)).every(([column, value]) => each[column] === value),
  );
  const middle = (column: string): number => {
    const values = shown.map((each) => Number(each[column])).sort((a, b) => a - b);
    const half = values.length / 2;
    return Number.isInteger(half)
      ? ((values[half - 1] ?? NaN) + (values[half] ?? NaN)) / 2
      : (values[Math.floor(half)] ?? NaN);
  };
  const expected =
    shown.length < 3
      ? null
      : {
          ...{ low: middle("low"), high: middle("high"), schools: shown.length },
          heldOn:
            shown
              .map((each) => String(each["drawnOn"]))
              .filter((on) => on !== asOf)
              .sort()[0] ?? null,
        };
  return JSON.stringify(row.peers) === JSON.stringify(expected)
    ? []
    : [`the median of ${row.measure} ${row.group} is ${JSON.stringify(row.peers)}`];
}
