import type { Command } from "commander";
import type { Day } from "../domain/day.ts";
import { EXEMPTION_REASONS, type ExemptionReason } from "../domain/exemption.ts";
import { namesMeant } from "../domain/folded-name.ts";
import { studentId, type DistrictId, type StudentId } from "../domain/ids.ts";
import { conformedInForce } from "../pipeline/conformed-manifest.ts";
import { isKnownStudent } from "../pipeline/known-student.ts";
import type { IncomingFile, Places, Progress } from "../pipeline/ports.ts";
import { attestationFile, exemptionFile } from "../pipeline/record-statement.ts";
import { CommandError } from "./command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "./command-parts.ts";
import { withLocalPlaces } from "./local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "./mandate-argument.ts";
import { nameAsked } from "./name-asked.ts";
import { recordFile } from "../pipeline/record-file.ts";

interface OfStudent extends OfDistrict, OfMandate {
  readonly student: string;
  readonly requirement: string;
  readonly by: string;
  readonly from: Day;
  readonly until?: Day;
}

/** Adds `ilp exempt` and `ilp attest`: what somebody decided or states of one student, kept as a file as sent. */
export function addStatementCommands(program: Command, progressFor: (of: Json) => Progress): void {
  const ofStudent = (name: string, description: string): Command =>
    ofDistrict(program, name, description)
      .requiredOption(
        "--student <id>",
        "the student's identifier in the student information system",
      )
      .requiredOption("--requirement <id>", "the requirement, as ilp mandates show lists it")
      .requiredOption("--by <staff>", "the staff member who decided or states it")
      .requiredOption("--from <day>", "the first day", parsed(dayArgument))
      .option("--until <day>", "the first day on which it no longer holds", parsed(dayArgument))
      .option("--mandate <id>", "the mandate; without it the one set", parsed(mandateArgument));

  ofStudent(
    "exempt",
    "Record that a requirement, or all of them, is not asked of a student for a time.",
  )
    .requiredOption("--reason <reason>", EXEMPTION_REASONS.join(", "), parsed(reasonArgument))
    .action(async (options: OfStudent & { readonly reason: ExemptionReason }) => {
      await recordFor(options, progressFor(options), ["all"], (student, requirement, until) =>
        exemptionFile(
          {
            student,
            requirement,
            reason: options.reason,
            decidedBy: options.by,
            from: options.from,
            until,
          },
          new Date().toISOString(),
        ),
      );
    });

  ofStudent("attest", "Record what a named person states where neither text nor records decide.")
    .requiredOption("--reason <words>", "on what the statement rests")
    .option("--not-met", "that the requirement is not met; met without it")
    .action(async (options: OfStudent & { readonly reason: string; readonly notMet?: true }) => {
      await recordFor(options, progressFor(options), [], (student, requirement, until) =>
        attestationFile(
          {
            student,
            requirement,
            isMet: options.notMet !== true,
            reason: options.reason,
            attestedBy: options.by,
            from: options.from,
            until,
          },
          new Date().toISOString(),
        ),
      );
    });
}

async function recordFor(
  options: OfStudent,
  progress: Progress,
  alsoAllowed: readonly string[],
  fileOf: (student: StudentId, requirement: string, until: Day | null) => IncomingFile,
): Promise<void> {
  const { from, until = null } = options;
  if (until !== null && until <= from) {
    throw new CommandError(`--until ${until} is not after --from ${from}`);
  }
  const report = await withLocalPlaces(options.data, async (places) => {
    const mandate = await mandateAsked(places, options);
    const known = [...alsoAllowed, ...mandate.requirements.map(({ id }) => id)];
    const requirement = nameAsked(
      options.requirement,
      known,
      `${mandate.title} has no requirement`,
    );
    const student = studentId(options.student);
    const file = fileOf(student, requirement, until);
    return recordStatement(places, options.district, student, file, progress);
  });
  print(
    options,
    report,
    ({ file, version }) =>
      `recorded in ${file}; conformed version ${version}. ilp publish shows it.\n`,
  );
}

/** @throws CommandError when no student has the identifier; it repeats none */
async function recordStatement(
  places: Places,
  district: DistrictId,
  student: StudentId,
  file: IncomingFile,
  progress: Progress,
) {
  const before = await conformedInForce(places.records, district);
  if (before === null) throw new CommandError(`nothing is ingested for district ${district}`);
  if (!(await isKnownStudent(places.records, before, student))) {
    throw new CommandError(
      `the exports of district ${district} hold no student with this identifier; identifiers are text, leading zeros count`,
    );
  }
  return recordFile(places, district, file, progress);
}

function reasonArgument(text: string): ExemptionReason {
  const [meant] = namesMeant(text, EXEMPTION_REASONS);
  const found = EXEMPTION_REASONS.find((reason) => reason === meant);
  if (found === undefined) throw new Error(`expected one of: ${EXEMPTION_REASONS.join(", ")}`);
  return found;
}
