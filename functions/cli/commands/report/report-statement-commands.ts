import type { Command } from "commander";
import { reportSettings, setReportCodes } from "../../../pipeline/settings/report-settings.ts";
import { sayOfReport } from "../../../pipeline/state-reports/report-statements.ts";
import type { ReportDefinition } from "../../../reports/state/definitions/report-definition.ts";
import {
  DISTRICT_CODES,
  districtCode,
  isDistrictCode,
  schoolCode,
} from "../../../reports/state/definitions/report-settings.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";
import { namesToTry } from "../../../domain/text/nearest-name.ts";
import { ofDistrict, parsed, print, type OfDistrict } from "../../arguments/command-parts.ts";
import { withLocalPlaces } from "../../arguments/local-places.ts";
import { settingsText } from "../../text/report-text.ts";
import { parsedReport } from "./report-asked.ts";

interface Said extends OfDistrict, AsStaff {
  readonly district: OfDistrict["district"];
  readonly schoolYear: string;
  readonly by?: string;
}

/** Adds what people say of a report: codes of the district, a layout compared with the state's, the reason of a swing. */
export function addReportStatementCommands(report: Command): void {
  addSettings(report);
  addLayout(report);
  addExplainChange(report);
}

type Codes = { readonly [name: string]: string };

/** "aun=123456789", one after another. */
const collected = (text: string, before: Codes = {}): Codes => {
  const [name = "", value = ""] = text.split(/=(.*)/s);
  if (name.trim() === "" || value.trim() === "") throw new Error("expected a name, = and a value");
  return { ...before, [name.trim()]: value.trim() };
};

function addSettings(report: Command): void {
  ofDistrict(
    report,
    "settings",
    "Set the codes of the district and its schools that reports need; without an option, show them.",
  )
    .option(
      "--set <code=value>",
      `one of ${Object.keys(DISTRICT_CODES).join(", ")}; may be repeated`,
      collected,
    )
    .option("--school <id=code>", "the state's identifier of a school; may be repeated", collected)
    .option(...AS_STAFF)
    .action(async (options: SettingsAsked) => {
      const given = {
        district: codesOf(options.set ?? {}),
        schools: schoolsOf(options.school ?? {}),
      };
      const settings = await withLocalPlaces(options.data, async (places) => {
        const { records } = places;
        const of = await commandCase(places, options);
        await noted(of, "make-state-file", "report settings");
        checkSchools(Object.keys(given.schools), of.schools);
        if (options.set !== undefined || options.school !== undefined) {
          await setReportCodes(records, options.district, given);
        }
        return reportSettings(records, options.district);
      });
      print(options, settings, settingsText);
    });
}

interface SettingsAsked extends OfDistrict, AsStaff {
  readonly district: OfDistrict["district"];
  readonly set?: Codes;
  readonly school?: Codes;
}

/** @throws CommandError where the district has no such school */
function checkSchools(asked: readonly string[], schools: readonly { readonly id: string }[]): void {
  for (const id of asked) {
    if (schools.some((school) => school.id === id)) continue;
    const ids = schools.map((school) => school.id);
    throw new CommandError(`no school has the id "${id.slice(0, 80)}"; ${namesToTry(id, ids)}`);
  }
}

const codesOf = (given: Codes): Codes =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (!isDistrictCode(name)) {
        throw new Error(
          `no code is called ${name}: use one of ${Object.keys(DISTRICT_CODES).join(", ")}`,
        );
      }
      return [name, districtCode(name, value)];
    }),
  );

const schoolsOf = (given: Codes): Codes =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, schoolCode(value)]));

const said = (report: Command, name: string, description: string): Command =>
  ofDistrict(report, name, description)
    .argument("<report>", "the report; ilp report list names them", parsedReport)
    .requiredOption(
      "--school-year <year>",
      "the school year, such as 2024-25",
      parsed(schoolYearText),
    )
    .option("--by <staff>", "who says so; with --as, that person")
    .option(...AS_STAFF);

function schoolYearText(text: string): string {
  const [, begins = "", ends = ""] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (begins === "" || (Number(begins) + 1) % 100 !== Number(ends)) {
    throw new Error("expected a school year, such as 2024-25");
  }
  return text;
}

function addLayout(report: Command): void {
  said(
    report,
    "layout",
    "Record that the layout was compared with the state's own text for a school year.",
  )
    .requiredOption("--source <text>", "the text that was read, with its year and version")
    .action(async (definition: ReportDefinition, options: Said & { readonly source: string }) => {
      const by = await recordedBy(definition, options, "layout", (signed, instant) => ({
        layouts: [
          {
            schoolYear: options.schoolYear,
            by: signed,
            at: instant,
            source: wordsIn("--source", options.source),
          },
        ],
      }));
      print(
        options,
        { report: definition.id, schoolYear: options.schoolYear, by },
        () => `recorded: ${by} compared the layout of ${definition.id} for ${options.schoolYear}\n`,
      );
    });
}

function addExplainChange(report: Command): void {
  said(report, "explain-change", "Say why a count moved far since last year; the words are kept.")
    .requiredOption(
      "--subject <subject>",
      'what moved, as ilp report check names it, such as "records: 1200 to 800"',
    )
    .requiredOption("--because <words>", "the reason")
    .action(
      async (
        definition: ReportDefinition,
        options: Said & { readonly subject: string; readonly because: string },
      ) => {
        const { schoolYear, subject, because } = options;
        const by = await recordedBy(definition, options, "reason", (signed, instant) => ({
          swings: [
            {
              schoolYear,
              subject,
              because: wordsIn("--because", because),
              by: signed,
              at: instant,
            },
          ],
        }));
        print(
          options,
          { report: definition.id, subject, by },
          () => `recorded: why ${subject} of ${definition.id} moved\n`,
        );
      },
    );
}

/** @throws CommandError where nothing was said */
function wordsIn(option: string, text: string): string {
  const words = text.trim();
  if (words === "") throw new CommandError(`${option} must say it in words`);
  return words;
}

/** Who said it, once it is recorded. */
const recordedBy = (
  { id }: ReportDefinition,
  options: Said,
  what: string,
  words: (by: string, instant: string) => Parameters<typeof sayOfReport>[3],
): Promise<string> =>
  withLocalPlaces(options.data, async (places) => {
    const of = await commandCase(places, options);
    const by = signedBy(of, options.by);
    await noted(of, "make-state-file", `${what} of ${id}`);
    await sayOfReport(places.records, options.district, id, words(by, new Date().toISOString()));
    return by;
  });
