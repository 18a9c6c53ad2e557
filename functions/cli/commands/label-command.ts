import type { Command } from "commander";
import { counted } from "../../domain/text/counted.ts";
import { validationReport } from "../../goals/quality/labels/validation-report.ts";
import { nothingIngested } from "../../pipeline/not-possible.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { currentAsOf } from "../arguments/current-as-of.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { terminalToAsk } from "../steps/ask-gap.ts";
import { pipeToAsk } from "../steps/ask-pipe.ts";
import {
  readGoals,
  readLabels,
  readLabelsIfAny,
  writeGoals,
  writeLabels,
} from "../steps/label-files.ts";
import { labelGoals } from "../steps/label-goals.ts";
import { sampleGoals } from "../steps/sample-goals.ts";
import { validationText } from "../text/validation-text.ts";

interface LabelAsked extends Json {
  readonly reader: string;
  readonly out: string;
}
interface ReportAsked extends Json {
  readonly labels: readonly string[];
  readonly settled?: string;
}

/** Adds `ilp label`: people label goals by the rubric, and the rules are compared with their labels. */
export function addLabelCommand(program: Command): void {
  const label = program
    .command("label")
    .description(
      "Label goals by the rubric in fixtures/goals/rubric.md, and compare the rules with labels.",
    )
    .argument("[goals]", "a CSV file: id, language, domain, grade, text; with `name`, it is masked")
    .option("--reader <name>", "who labels")
    .option("--out <file>", "where the labels are written, as CSV; an existing file is continued")
    .option("--json", "print JSON for use by other programs")
    .addHelpText(
      "after",
      `
Answers are y, n, skip, back and quit; in a pipe, one per line. Labels are saved after each goal, and
the next call with the same --out goes on with the goals that have none.`,
    )
    .action(async (goals: string | undefined, options: Partial<LabelAsked>) => {
      const { reader, out } = options;
      if (goals === undefined || reader === undefined || out === undefined) {
        throw new CommandError("name a file of goals, a --reader and a file for --out");
      }
      await labelFile(goals, { ...options, reader, out });
    });
  addLabelSample(label);
  addLabelReport(label);
}

async function labelFile(path: string, options: LabelAsked): Promise<void> {
  const goals = readGoals(path);
  const earlier = readLabelsIfAny(options.out);
  const asking = terminalToAsk() ?? pipeToAsk();
  const save = (labels: Parameters<typeof writeLabels>[1]) => writeLabels(options.out, labels);
  const done = await labelGoals(goals, earlier, asking.ask, save).finally(asking.close);
  print(options, { reader: options.reader, out: options.out, ...done }, (shown) => {
    const left = shown.goals - shown.labeled;
    return `\n${shown.reader} has labeled ${shown.labeled} of ${counted(shown.goals, "goal")} in ${shown.out}; ${left} left.\n`;
  });
}

interface SampleAsked extends AsStaff {
  readonly size: number;
  readonly out?: string;
}

function addLabelSample(label: Command): void {
  ofDistrict(
    label,
    "sample",
    "Draw goals of the district for people to label. The texts are masked and still students' own: keep the file inside the district.",
  )
    .option("--out <file>", "where the goals are written, as CSV; a new file")
    .option("--size <number>", "how many goals", parsed(sizeArgument), DEFAULT_SIZE)
    .option(...AS_STAFF)
    .action(async (own: OfDistrict & SampleAsked, command: Command) => {
      const options: OfDistrict & SampleAsked = { ...own, ...command.optsWithGlobals() };
      const { out } = options;
      if (out === undefined) throw new CommandError("name a new file for --out");
      const goals = await withLocalPlaces(options.data, async (places) => {
        const of = await commandCase(places, options);
        if (of.manifest === null) throw new CommandError(nothingIngested(options.district));
        const asOf = await currentAsOf(places, options.district);
        await noted(of, "see-student", "goals to label");
        return sampleGoals(places.records, of.manifest, asOf, options.size);
      });
      writeGoals(out, goals);
      print(options, { out, goals: goals.length }, (written) => {
        return `${counted(written.goals, "goal")} to label in ${written.out}. Next: ilp label ${written.out} --reader <name> --out <labels.csv>\n`;
      });
    });
}

/** Enough for the ship rule: limits of 0.80 need a few hundred goals. */
const DEFAULT_SIZE = 400;

function sizeArgument(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1) throw new Error("expected a whole number, 1 or greater");
  return size;
}

function addLabelReport(label: Command): void {
  label
    .command("report")
    .description(
      "Compare the rules with the labels of two readers: agreement, precision and recall, and whether each indicator is validated.",
    )
    .argument("<goals>", "the goals that were labeled, as CSV")
    .requiredOption("--labels <file>", "the labels of a reader; give it twice", collected)
    .option("--settled <file>", "labels of a third person for goals on which the two disagree")
    .option("--json", "print JSON for use by other programs")
    .action((goals: string, own: ReportAsked, command: Command) => {
      // `--json` before or after "report".
      const options: ReportAsked = { ...own, ...command.optsWithGlobals() };
      const [first, second, ...others] = options.labels;
      if (first === undefined || second === undefined || others.length > 0) {
        throw new CommandError("give --labels twice: kappa compares two readers");
      }
      const { settled } = options;
      const labels = {
        goals: readGoals(goals),
        first: readLabels(first),
        second: readLabels(second),
        settled: settled === undefined ? [] : readLabels(settled),
      };
      print(options, validationReport(labels, commandLine(goals, options)), validationText);
    });
}

const collected = (file: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  file,
];

const commandLine = (goals: string, { labels, settled }: ReportAsked): string =>
  [
    "ilp label report",
    goals,
    ...labels.map((file) => `--labels ${file}`),
    ...(settled === undefined ? [] : [`--settled ${settled}`]),
    "--json",
  ].join(" ");
