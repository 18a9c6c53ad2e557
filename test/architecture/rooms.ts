/**
 * Which room may import what: the rooms table of the design, as data. Change the two together, and
 * say why in `docs/decisions/`. A room not listed here does not exist, so code in it fails.
 */
export interface Room {
  /** A folder, or one file. The longest that a path begins with is its room. */
  readonly at: string;
  /** Rooms, or single files of them, whose code it may import; its own is always allowed. */
  readonly imports: readonly string[];
  /** Rooms it may `import type` from. */
  readonly importsTypes?: readonly string[];
  /** Packages; `@aws-sdk/*` stands for all of a scope. */
  readonly packages: readonly string[];
  /** Built-in modules of Node; `*` stands for all. */
  readonly builtIns: readonly string[];
  /** No I/O, clock, randomness, environment, logging or `async`. */
  readonly isPure: boolean;
}

const LAYOUT = "functions/layout.ts";
const DOMAIN = "functions/domain/";
const STATISTICS = "functions/statistics/";
const HASHING = "functions/hashing/";
const SOURCES = "functions/sources/";
const MANDATES = "functions/mandates/";
const GOALS = "functions/goals/";
const METRICS = "functions/metrics/";
const PROTECTION = "functions/protection/";
const AUDIT = "functions/audit/";
const RELEASES = "functions/releases/";
/** Delimited text, cut into cells. */
const CELLS = ["csv-records", "file-names", "header"].map((file) => `${SOURCES}csv/${file}.ts`);
const REPORTS = "functions/reports/";
const ACCESS = "functions/access/";
const JOIN = "functions/join/";
const CONFORMED = "functions/conformed/";
const EDITIONS = "functions/editions/";
const PIPELINE = "functions/pipeline/";
const PORTS = "functions/pipeline/ports.ts";
const ANSWERS = "functions/console/";
const ADAPTERS = "functions/adapters/";
const HANDLERS = "functions/handlers/";
const CLI = "functions/cli/";
const INFRA = "infra/";
const DASHBOARD = "dashboard/src/";
const CONSOLE = "dashboard/console/";
const DASHBOARD_BUILD = "dashboard/";
const FIXTURES = "fixtures/";

const pure = (
  folder: string,
  imports: readonly string[],
  packages: readonly string[] = [],
): Room => ({
  at: folder,
  imports,
  packages,
  builtIns: [],
  isPure: true,
});

const outside = (
  folder: string,
  imports: readonly string[],
  packages: readonly string[],
): Room => ({
  at: folder,
  imports,
  packages,
  builtIns: ["*"],
  isPure: false,
});

export const ROOMS: readonly Room[] = [
  pure(LAYOUT, []),
  pure(DOMAIN, []),
  pure(STATISTICS, [], ["@stdlib/*"]),
  // Equal text, equal hash: of the module that hashes, the words for chance are refused like the clock.
  { ...pure(HASHING, []), builtIns: ["node:crypto"] },
  // ajv holds a profile that somebody brings to the schema; who needs it loads `validate-profile.ts` by `import()`.
  // Of `node:buffer` only what looks at bytes.
  { ...pure(SOURCES, [DOMAIN], ["papaparse", "ajv"]), builtIns: ["node:buffer"] },
  // ajv holds each profile and a district's overlay to the schema.
  pure(MANDATES, [DOMAIN, HASHING], ["ajv"]),
  // Texts in, numbers out: what goals say is compared here and read nowhere else.
  // Due dates are days, and the rules for texts are compared with readers' labels.
  pure(GOALS, [DOMAIN, STATISTICS]),
  pure(METRICS, [DOMAIN, STATISTICS, MANDATES, HASHING, GOALS]),
  pure(PROTECTION, [DOMAIN, STATISTICS, METRICS]),
  {
    // Papa's unparse writes CSV with formulas escaped: a second writer would be a second place to get that wrong.
    ...pure(
      RELEASES,
      [DOMAIN, STATISTICS, METRICS, PROTECTION],
      ["apache-arrow", "papaparse", "hyparquet-writer"],
    ),
    // Tables ask measures where they are read under a mandate; they never ask the mandate itself.
    importsTypes: [MANDATES],
  },
  // Files for a state are delimited as the state says, which the writer of tables is not made for.
  // A state's error report is delimited text like any export, and is cut into cells by the same reader.
  pure(REPORTS, [DOMAIN, METRICS, MANDATES, RELEASES, ...CELLS], ["papaparse"]),
  pure(ACCESS, [DOMAIN]),
  // Records of many files become one district's; what the measures read of other years is said in their words.
  pure(JOIN, [DOMAIN, SOURCES, MANDATES, GOALS]),
  // What is stored of a district, and what its manifest says: the tables are written as those of editions are.
  {
    ...pure(CONFORMED, [DOMAIN, HASHING, SOURCES, JOIN, RELEASES]),
    importsTypes: [MANDATES, METRICS],
  },
  // The tables of an edition are filled here: of formats it has only their names.
  pure(EDITIONS, [DOMAIN, SOURCES, MANDATES, METRICS, PROTECTION, RELEASES, JOIN, CONFORMED]),
  // What a page of the console may ask and is answered, by what its reader may see.
  // The page of a student says what is odd about the due date of a goal.
  pure(ANSWERS, [DOMAIN, HASHING, GOALS, METRICS, RELEASES, REPORTS, ACCESS]),
  // The attacker knows what is published and how, and nothing of what it was drawn from.
  // The solver is handed in; only its type is named.
  pure(AUDIT, [DOMAIN, METRICS, PROTECTION, RELEASES], ["highs"]),
  {
    at: PIPELINE,
    imports: [
      LAYOUT,
      DOMAIN,
      STATISTICS,
      HASHING,
      SOURCES,
      MANDATES,
      METRICS,
      PROTECTION,
      RELEASES,
      REPORTS,
      AUDIT,
      ACCESS,
      JOIN,
      CONFORMED,
      EDITIONS,
      ANSWERS,
    ],
    packages: [],
    // Names are hashes of content.
    builtIns: ["node:crypto"],
    isPure: false,
  },
  // The table on one machine is LevelDB; an export that arrives as a zip is opened where files are, and a workbook is a zip.
  {
    ...outside(
      ADAPTERS,
      [DOMAIN, PORTS, LAYOUT],
      [
        ...["@aws-sdk/*", "classic-level", "yauzl", "write-excel-file", "highs"],
        // A mail is composed and handed to a mail server.
        "nodemailer",
      ],
    ),
    // A request over HTTP becomes the console's, on one machine as on AWS.
    importsTypes: [ANSWERS],
  },
  // Both doors turn text into the field's words (ids, the day, the mandate) before they call a step.
  outside(
    HANDLERS,
    [
      ...[PIPELINE, JOIN, CONFORMED, ADAPTERS, LAYOUT, DOMAIN, MANDATES, ACCESS],
      // An upload is marked as complete by a file of this name.
      "functions/sources/feeds/complete-drops.ts",
    ],
    ["@aws-lambda-powertools/*", "@aws-sdk/*"],
  ),
  outside(
    CLI,
    [
      ...[PIPELINE, JOIN, CONFORMED, EDITIONS, ANSWERS, ADAPTERS, LAYOUT, DOMAIN, MANDATES, ACCESS],
      // `inspect` and `profile` speak of formats and profiles themselves.
      SOURCES,
      // `district set` names the sizes and calendars to choose from.
      "functions/protection/protection-policy.ts",
      // `audit` hands the solver to the step and says what was found.
      AUDIT,
      // `mandates compare` asks for one district's answers under two mandates, and `worklist` writes spreadsheets: neither is a step.
      "functions/metrics/students/assessed-students.ts",
      // `label` asks people about goals, and compares the rules with their answers.
      GOALS,
      // What every step that measures is given.
      "functions/metrics/students/measuring.ts",
      "functions/reports/",
      // The server says which format a file of a release has.
      "functions/releases/files/content-type.ts",
    ],
    // `launch` bundles the command, and `report board` prints pages by Chromium.
    ["commander", "esbuild", "playwright-core"],
  ),
  outside(INFRA, [LAYOUT], ["aws-cdk-lib", "constructs", "cdk-nag", "esbuild"]),
  {
    at: DASHBOARD,
    imports: [],
    // Types only: the browser cannot compute a figure by mistake.
    importsTypes: [DOMAIN, RELEASES],
    packages: ["@observablehq/plot", "apache-arrow", "htl"],
    builtIns: [],
    isPure: false,
  },
  {
    // The console draws what a step answers, in the words of the public pages.
    at: CONSOLE,
    imports: [DASHBOARD],
    importsTypes: [ANSWERS, REPORTS, DOMAIN, ACCESS, "functions/cli/server/session-answer.ts"],
    packages: ["htl"],
    builtIns: [],
    isPure: false,
  },
  outside(DASHBOARD_BUILD, [], ["@observablehq/framework", "esbuild", "typescript"]),
  // The demo district is generated in the field's words and written by its own small CSV and zip files.
  outside(FIXTURES, [DOMAIN], ["papaparse", "fflate"]),
];

/** The room of a path, or undefined where it lies in none. */
export function roomOf(path: string): Room | undefined {
  return ROOMS.filter(({ at: folder }) =>
    folder.endsWith("/") ? path.startsWith(folder) : path === folder,
  ).sort((a, b) => b.at.length - a.at.length)[0];
}
