import type { SharedAttendance } from "../../join/attendance-books.ts";
import { incomingFiles } from "../../adapters/incoming/incoming-files.ts";
import { day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import {
  conform,
  type Conformed,
  type ConformOptions,
  type NothingUsable,
} from "../../pipeline/conform/conform.ts";
import type { ConformedFile } from "../../conformed/conformed-manifest.ts";
import type { GradeLevels } from "../../join/roster/graded-students.ts";
import { UNKNOWN_KIND } from "../../sources/feeds/recognized-file.ts";
import type { IncomingFile, Places, Progress } from "../../pipeline/ports.ts";
import { NOTHING_DIFFERS, type Differing } from "../../pipeline/conform/inactive-records.ts";
import type { ReadBeside } from "../../pipeline/conform/read-ahead.ts";
import { receive } from "../../pipeline/intake/receive.ts";
import type { ReceivedAs } from "../../sources/feeds/received-as.ts";
import { contradictionWarning } from "../../sources/read/contradicted-days.ts";
import { contradictedMessage, remedyOf, setAsideMessage } from "./not-used-messages.ts";
import { filesNotSent } from "./files-not-sent.ts";
import { holdsNothing } from "../arguments/command-error.ts";

/** What an ingest came to, file by file. */
export interface IngestReport extends Differing {
  readonly district: string;
  /** The conformed version now in use; null when nothing usable is known of the district. */
  readonly version: string | null;
  readonly isNew: boolean;
  /** Files in use that did not come with the others: see `filesNotSent`. */
  readonly notSent: readonly string[];
  /** Absences outside enrollment or calendar: kept, and counted by no measure. */
  readonly absencesOutside: number;
  /** Days of students that two or more attendance files have; null where there are none. */
  readonly sharedAttendance: SharedAttendance | null;
  /** Enrollments without a start date in any file: their students count as enrolled all year. */
  readonly undatedEnrollments: number;
  /** Of how many students no file gives a grade level: nothing of the mandate is asked of them. */
  readonly gradeLevels: GradeLevels;
  /** Where nothing is usable: what a district needs and no file tells of, and why. */
  readonly missing: readonly string[];
  readonly files: readonly IngestedFile[];
}

export interface IngestedFile {
  readonly file: string;
  readonly kind: string;
  readonly outcome: ConformedFile["outcome"] | "superseded" | "profile";
  /** Whether the same bytes had been handed in before. */
  readonly isKnown: boolean;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of those accepted, the records that the format leaves out on purpose. */
  readonly leftOut: number;
  /** `repeated` plus `contradicted`; `records` is accepted, rejected and these. */
  readonly notCounted: number;
  /** They say once more what another record of the file says. */
  readonly repeated: number;
  /** They say something else of the same thing than the record that holds. */
  readonly contradicted: number;
  /** Values that could not be used, of records accepted without them. */
  readonly setAside: number;
  readonly message: string;
}

/**
 * What `ilp ingest` does.
 * @param verify whether files are read that seem not to have changed, too
 * @param readBeside as of `conform`
 */
export async function ingest(
  places: Places,
  district: DistrictId,
  options: ConformOptions,
  sources: readonly string[],
  progress: Progress,
  verify = false,
  readBeside: ReadBeside | null = null,
): Promise<IngestReport> {
  const hashedNow = new Set<string>();
  const storing = { verify, onHashed: (sha256: string) => hashedNow.add(sha256) };
  const received = await receive(district, allFiles(sources), places, today(), progress, storing);
  if (sources.length > 0 && received.length === 0) throw holdsNothing(sources);
  const conforming = { ...options, verify, hashedNow };
  const conformed = await conform(district, conforming, places, progress, readBeside);
  const files = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
  return {
    district,
    version: conformed.kind === "conformed" ? conformed.manifest.version : null,
    isNew: conformed.kind === "conformed" && conformed.isNew,
    ...districtCounts(conformed),
    notSent: filesNotSent(
      files,
      received.map(({ file }) => file),
    ),
    files:
      received.length > 0
        ? received.map((file) => ingestedFile(file, files))
        : files.map((file) => ({
            file: file.name,
            kind: file.kind,
            outcome: file.outcome,
            isKnown: true,
            ...countsOf(file),
            message: remedyOf(file.outcome, file.removals),
          })),
  };
}

/** What an ingest says of the district as a whole. */
function districtCounts(
  conformed: Conformed | NothingUsable,
): Omit<IngestReport, "district" | "version" | "isNew" | "notSent" | "files"> {
  if (conformed.kind !== "conformed") {
    const { missing } = conformed;
    const attendance = { absencesOutside: 0, sharedAttendance: null };
    const roster = { undatedEnrollments: 0, gradeLevels: NO_STUDENTS };
    return { ...NOTHING_DIFFERS, ...attendance, ...roster, missing };
  }
  const { changes, notCompared, schoolsGone, madeAgain, manifest } = conformed;
  const { absencesOutside, sharedAttendance = null, undatedEnrollments } = manifest;
  const { gradeLevels = NO_STUDENTS } = manifest;
  const differing = { changes, notCompared, schoolsGone, madeAgain };
  const attendance = { absencesOutside, sharedAttendance };
  return { ...differing, ...attendance, undatedEnrollments, gradeLevels, missing: [] };
}

const NO_STUDENTS: GradeLevels = { students: 0, unknown: 0 };

const today = () => day(new Date().toISOString().slice(0, 10));
async function* allFiles(sources: readonly string[]): AsyncGenerator<IncomingFile> {
  for (const source of sources) yield* incomingFiles(source);
}

const NOTHING = {
  kind: UNKNOWN_KIND,
  isKnown: false,
  ...countsOf(undefined),
} as const;

type Counts = Pick<
  IngestedFile,
  | "records"
  | "accepted"
  | "rejected"
  | "leftOut"
  | "notCounted"
  | "repeated"
  | "contradicted"
  | "setAside"
>;

/** What became of a file's records; nothing of one that is not known. */
function countsOf(conformed: ConformedFile | undefined): Counts {
  const { records = 0, accepted = 0, rejected = 0, leftOut = 0 } = conformed ?? {};
  const { repeated = 0, contradicted = 0, setAside = 0 } = conformed ?? {};
  const notCounted = repeated + contradicted;
  return { records, accepted, rejected, leftOut, notCounted, repeated, contradicted, setAside };
}

function ingestedFile(received: ReceivedAs, files: readonly ConformedFile[]): IngestedFile {
  if (received.outcome === "unreadable") {
    return { ...NOTHING, file: received.file, outcome: "unreadable", message: received.message };
  }
  const { file, sha256 } = received;
  const conformedFile = files.find((conformed) => conformed.sha256 === sha256);
  const isInForce = conformedFile?.outcome === "used";
  if (received.outcome === "superseded" && !isInForce) {
    const { supersededBy: other } = received;
    const laterFile = files.find((conformed) => conformed.sha256 === other?.sha256);
    const message =
      laterFile?.outcome === "used" ? (other?.note ?? "") : "there is a later version of it";
    return { ...NOTHING, file, outcome: "superseded", message };
  }
  if (received.outcome === "profile") {
    const message = received.note ?? "";
    return { ...NOTHING, kind: "profile", file, outcome: "profile", message };
  }
  return {
    file,
    kind: conformedFile?.kind ?? UNKNOWN_KIND,
    outcome: conformedFile?.outcome ?? "not-recognized",
    isKnown: received.outcome === "known" || received.wasGood === true,
    ...countsOf(conformedFile),
    message: messageOf(received, conformedFile),
  };
}

function messageOf(
  { outcome: as, note, looksLike }: Exclude<ReceivedAs, { readonly outcome: "unreadable" }>,
  conformed: ConformedFile | undefined,
): string {
  const outcome = conformed?.outcome ?? "not-recognized";
  const isUnknown = conformed === undefined || conformed.kind === UNKNOWN_KIND;
  if (isUnknown && looksLike !== undefined) return looksLike;
  const { lackedColumns = [] } = conformed ?? {};
  if (isUnknown && lackedColumns.length > 0) {
    return `It has the name of a known file, but lacks ${lackedColumns.join(" and ")}: export it again with ${lackedColumns.length === 1 ? "this column" : "these columns"}. ${remedyOf(outcome)}`;
  }
  if (conformed !== undefined && outcome === "used" && conformed.records > 0) {
    if (conformed.accepted === 0) return withContradictions(NOTHING_USED, conformed);
    const isAllLeftOut = conformed.leftOut === conformed.records;
    if (isAllLeftOut && note === undefined) {
      return "All of its records are of a kind that this format leaves out: none of them is counted.";
    }
  }
  const unread = conformed?.outcome === "used" ? unreadMessage(conformed) : "";
  const remedy = unread === "" ? remedyOf(outcome, conformed?.removals) : unread;
  const standsIn = as === "superseded" ? STANDS_IN : "";
  return withContradictions(
    [standsIn, remedy, note ?? "", setAsideMessage(conformed), contradictedMessage(conformed)]
      .filter((text) => text !== "")
      .join(" "),
    conformed,
  );
}

/** With the columns whose days are not what the profile says: it makes figures wrong without a reject, or rejects most. */
const withContradictions = (message: string, conformedFile: ConformedFile | undefined): string =>
  [message, ...(conformedFile?.contradictedDays ?? []).map(contradictionWarning)]
    .filter((message) => message !== "")
    .join(" ");

/** What a used file seems to say and nobody reads, where that makes figures wrong. */
function unreadMessage({ unreadEnrollmentDays = [], unreadParts = [] }: ConformedFile): string {
  const enrollments =
    unreadEnrollmentDays.length === 0
      ? ""
      : `Nothing is read from ${unreadEnrollmentDays.join(", ")}: students who have left may count as enrolled. If this says when students entered and left, read the file with your own profile; ilp profile new starts one.`;
  const parts =
    unreadParts.length === 0
      ? ""
      : `It has several records for the same student and day, and nothing is read from ${unreadParts.join(", ")}. If these are parts of a day, the mildest one counts as the whole day: read the file with your own profile that adds them up ("shape": "sections").`;
  return [enrollments, parts].filter((message) => message !== "").join(" ");
}

const STANDS_IN = "A later version of this file cannot be used, so this version is still used.";

const NOTHING_USED =
  "None of its records can be used: ilp quarantine list shows why, and what to do.";
