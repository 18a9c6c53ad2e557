import type { MeasureDefinition } from "../domain/measure-definition.ts";
import type { SuppressionPolicy } from "../disclosure/suppression-policy.ts";
import type { MandateSummary } from "./mandate-summary.ts";
import type { TableName } from "./tables.ts";

/** What a release says of itself. It holds no clock time: equal input gives an equal manifest. */
export interface ReleaseManifest {
  readonly release: string;
  readonly district: { readonly id: string; readonly name: string };
  /** "2021-22" */
  readonly schoolYear: string;
  /** The day every figure is true for, YYYY-MM-DD. */
  readonly asOf: string;
  /** The version of all definitions together; changes when any measure or rule does. */
  readonly definitionVersion: string;
  readonly previousRelease: string | null;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly mandate: MandateSummary;
  readonly measures: readonly MeasureDefinition[];
  readonly protection: {
    readonly minimumGroup: number;
    readonly statement: string;
    readonly policy: SuppressionPolicy;
    readonly proof: ProofOfProtection;
  };
  /** The landmark day of the attendance analysis and what it excluded; null before it can be drawn. */
  readonly landmark: {
    readonly instructionalDay: number;
    readonly minimumDaysAfter: number;
    readonly statement: string;
  };
  readonly sentences: Sentences;
  readonly sources: readonly {
    readonly kind: string;
    /** As in the table of files. */
    readonly fingerprint: string;
    readonly records: number;
    readonly accepted: number;
    readonly rejected: number;
  }[];
  readonly reading: ReadingNotes;
  readonly tables: readonly {
    readonly name: TableName;
    readonly rows: number;
    readonly arrow: string;
    readonly csv: string;
    readonly sha256: string;
  }[];
}

/** What reading the files left open and no reject tells of. */
export interface ReadingNotes {
  /** Absences on days on which their student was not enrolled or no school of theirs in session, counted by no measure: their number by order of magnitude, null where there are none. */
  readonly absencesOutside: string | null;
  /** Whether there are enrollments of which no file says when they began: their students count as there all year. */
  readonly hasUndatedStays: boolean;
}

/** What was checked before the release went out. A release with a fault or a finding is not made. */
export interface ProofOfProtection {
  /** Figures of the release, and how many of them are hidden. */
  readonly figures: number;
  readonly hidden: number;
  /** The SHA-256 of what is hidden, by which two releases are seen to hide the same. */
  readonly pattern: string;
  /** Tables of students that agree with everything published and prove it: checked, and what was found wrong. */
  readonly witnesses: number;
  readonly faults: number;
}

/** Each page's answer in a sentence or two, written from the protected tables. */
export interface Sentences {
  /** The three answers of the overview: kept, good, helpful. */
  readonly kept: string;
  readonly transitions: string;
  readonly attendance: string;
  readonly compliance: string;
  readonly dataQuality: string;
  readonly whoActsNext: string;
  /** Which gaps between student groups are certain. */
  readonly groups: string;
  /** What changed since the last release, a sentence each; empty for the first. */
  readonly changes: readonly string[];
  /** By school id, the sentence of the school's page. */
  readonly schools: { readonly [school: string]: string };
}

/** The one mutable object of a district: which release a reader should see. */
export interface Latest {
  readonly district: { readonly id: string; readonly name: string };
  readonly release: string;
  readonly asOf: string;
  /** Where the release lies, relative to this file: `releases/<release>/`. */
  readonly path: string;
  /** When it became the current release, as an ISO instant. */
  readonly publishedAt: string;
  /** After how many days without a new release a page says that its figures are old. */
  readonly staleAfterDays: number;
  /** All releases of the district, the latest as-of day first. */
  readonly releases: readonly {
    readonly release: string;
    readonly asOf: string;
    readonly path: string;
  }[];
}

/** `districts.json`: the districts that have a release. */
export interface Districts {
  readonly districts: readonly { readonly id: string; readonly name: string }[];
}
