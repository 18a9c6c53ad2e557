import { incomingFiles } from "../adapters/incoming-files.ts";
import { day } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import { conform, type ConformOptions } from "../pipeline/conform.ts";
import { OUTCOME_REMEDIES } from "../pipeline/data-quality-tables.ts";
import type { ConformedFile } from "../pipeline/conformed-manifest.ts";
import type { IncomingFile, Places, Progress } from "../pipeline/ports.ts";
import { receive, type ReceivedAs } from "../pipeline/receive.ts";

/** What an ingest came to, file by file. */
export interface IngestReport {
  readonly district: string;
  /** The conformed version now in force; null when nothing usable is known of the district. */
  readonly version: string | null;
  readonly isNew: boolean;
  /** Absences outside enrollment or calendar: kept, and counted by no measure. */
  readonly absencesOutside: number;
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
  readonly message: string;
}

/** Receives the files and conforms the district: what `ilp ingest` does. */
export async function ingest(
  places: Places,
  district: DistrictId,
  options: ConformOptions,
  sources: readonly string[],
  progress: Progress,
): Promise<IngestReport> {
  const received = await receive(district, allFiles(sources), places, today(), progress);
  const conformed = await conform(district, options, places, progress);
  const known = conformed.kind === "conformed" ? conformed.manifest.files : conformed.files;
  return {
    district,
    version: conformed.kind === "conformed" ? conformed.manifest.version : null,
    isNew: conformed.kind === "conformed" && conformed.isNew,
    absencesOutside: conformed.kind === "conformed" ? conformed.manifest.absencesOutside : 0,
    files:
      received.length > 0
        ? received.map((file) => ingestedFile(file, known))
        : known.map(({ name: file, ...rest }) => ({
            ...rest,
            file,
            isKnown: true,
            message: OUTCOME_REMEDIES[rest.outcome],
          })),
  };
}

const today = () => day(new Date().toISOString().slice(0, 10));

async function* allFiles(sources: readonly string[]): AsyncGenerator<IncomingFile> {
  for (const source of sources) yield* incomingFiles(source);
}

const NOTHING = {
  kind: "unknown",
  isKnown: false,
  records: 0,
  accepted: 0,
  rejected: 0,
  leftOut: 0,
} as const;

function ingestedFile(received: ReceivedAs, known: readonly ConformedFile[]): IngestedFile {
  if (received.outcome === "unreadable") {
    return { ...NOTHING, file: received.file, outcome: "unreadable", message: received.message };
  }
  const { file, sha256 } = received;
  if (received.outcome === "superseded") {
    const message = "a later edition of it is in force";
    return { ...NOTHING, file, outcome: "superseded", message };
  }
  if (received.outcome === "profile") {
    return { ...NOTHING, kind: "profile", file, outcome: "profile", message: "" };
  }
  const found = known.find((conformed) => conformed.sha256 === sha256);
  return {
    file,
    kind: found?.kind ?? "unknown",
    outcome: found?.outcome ?? "not-recognised",
    isKnown: received.outcome === "known",
    records: found?.records ?? 0,
    accepted: found?.accepted ?? 0,
    rejected: found?.rejected ?? 0,
    leftOut: found?.leftOut ?? 0,
    message: received.note ?? OUTCOME_REMEDIES[found?.outcome ?? "not-recognised"],
  };
}
