import type { Command } from "commander";
import type { Day } from "../../domain/calendar/day.ts";
import { EXEMPTION_REASONS, type ExemptionReason } from "../../domain/plans/exemption.ts";
import { namesMeant } from "../../domain/text/folded-name.ts";
import {
  recordAttestation,
  recordExemption,
  withdrawAttestation,
  withdrawExemption,
} from "../../pipeline/decisions/decisions.ts";
import type { Recorded, Recording } from "../../pipeline/decisions/recording.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "../arguments/mandate-argument.ts";

interface OfStudent extends OfDistrict, OfMandate, AsStaff {
  readonly district: OfDistrict["district"];
  readonly student: string;
  readonly requirement: string;
  readonly by?: string;
  readonly from: Day;
  readonly until?: Day;
  readonly withdraw?: true;
}

/** How the options of a statement are described. */
interface StatementWords {
  /** What is recorded, as a noun. */
  readonly what: string;
  /** What the staff member does, after "who". */
  readonly by: string;
}

/** Adds `ilp exempt` and `ilp attest`, each of which records one statement about one student in a file of its own. */
export function addStatementCommands(program: Command, progressFor: (of: Json) => Progress): void {
  addExempt(program, progressFor);
  addAttest(program, progressFor);
}

function addExempt(program: Command, progressFor: (of: Json) => Progress): void {
  aboutStudent(
    program,
    "exempt",
    "Exempt a student from one requirement, or from all of them, for a period of time.",
    { what: "exemption", by: "decided it" },
  )
    .option(
      "--reason <reason>",
      `the reason, except with --withdraw: ${EXEMPTION_REASONS.join(", ")}`,
      parsed(reasonArgument),
    )
    .action(async (options: OfStudent & { readonly reason?: ExemptionReason }) => {
      const { reason, withdraw } = options;
      if (reason === undefined && withdraw !== true) {
        throw new CommandError(`--reason must be one of: ${EXEMPTION_REASONS.join(", ")}`);
      }
      await recordFor(options, "record-exemption", progressFor(options), (recording, asked) =>
        reason === undefined || withdraw === true
          ? withdrawExemption(recording, asked)
          : recordExemption(recording, { ...asked, reason }),
      );
    });
}

function addAttest(program: Command, progressFor: (of: Json) => Progress): void {
  aboutStudent(
    program,
    "attest",
    "Record a staff member's statement that a requirement is met or not met. It counts only where neither the rule nor the records decide.",
    { what: "statement", by: "makes it" },
  )
    .requiredOption("--reason <words>", "the reason for the statement, or for withdrawing it")
    .option(
      "--not-met",
      "state that the requirement is not met; without this option, that it is met",
    )
    .action(async (options: OfStudent & { readonly reason: string; readonly notMet?: true }) => {
      const { reason, notMet, withdraw } = options;
      await recordFor(options, "record-attestation", progressFor(options), (recording, asked) =>
        withdraw === true
          ? withdrawAttestation(recording, { ...asked, reason })
          : recordAttestation(recording, { ...asked, reason, isMet: notMet !== true }),
      );
    });
}

/** A command with the options that every statement about a student has. */
const aboutStudent = (
  program: Command,
  name: string,
  description: string,
  words: StatementWords,
): Command =>
  ofDistrict(program, name, description)
    .requiredOption("--student <id>", "the student's identifier in the student information system")
    .requiredOption(
      "--requirement <id>",
      "the id of the requirement; ilp mandates show lists the ids",
    )
    .option("--by <staff>", `the staff member who ${words.by}; with --as, that person`)
    .requiredOption("--from <day>", `the first day of the ${words.what}`, parsed(dayArgument))
    .option(
      "--until <day>",
      `the first day on which the ${words.what} no longer applies`,
      parsed(dayArgument),
    )
    .option("--withdraw", `withdraw the ${words.what} that begins on --from: it was a mistake`)
    .option(
      "--mandate <id>",
      "the mandate; by default, the district's own",
      parsed(mandateArgument),
    )
    .option(...AS_STAFF);

async function recordFor(
  options: OfStudent,
  kind: "record-exemption" | "record-attestation",
  progress: Progress,
  record: (
    recording: Recording,
    asked: {
      readonly student: string;
      readonly requirement: string;
      readonly by: string;
      readonly from: Day;
      readonly until: Day | null;
    },
  ) => Promise<Recorded>,
): Promise<void> {
  const { district, student, requirement, from, until = null } = options;
  if (until !== null && until <= from) {
    throw new CommandError(`--until ${until} is not after --from ${from}`);
  }
  const report = await withLocalPlaces(options.data, async (places) => {
    const what = kind === "record-exemption" ? "exemption" : "attestation";
    const of = await commandCase(places, options);
    const by = signedBy(of, options.by);
    await noted(of, kind, what, { student });
    const mandate = await mandateAsked(places, options);
    const instant = new Date().toISOString();
    return record(
      { places, district, mandate, at: instant, progress },
      { student, requirement, by, from, until },
    );
  });
  print(
    options,
    report,
    ({ file, version }) =>
      `recorded in ${file}; conformed version ${version}. ilp publish shows it.\n`,
  );
}

function reasonArgument(text: string): ExemptionReason {
  const [meant] = namesMeant(text, EXEMPTION_REASONS);
  const reason = EXEMPTION_REASONS.find((candidate) => candidate === meant);
  if (reason === undefined) throw new Error(`expected one of: ${EXEMPTION_REASONS.join(", ")}`);
  return reason;
}
