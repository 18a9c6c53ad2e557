import type { MeasureDefinition } from "../../domain/figures/measure-definition.ts";
import type { NotCollected } from "../../mandates/rules/not-collected.ts";
import type { SchoolLevel } from "../../metrics/cube/school-level.ts";
import type { PublicCalendar } from "../../protection/protection-policy.ts";
import type { Message } from "../words/message.ts";
import type { MandateSummary } from "./mandate-summary.ts";
import type { StaffTableName, TableName } from "../tables/tables.ts";

/** Changes with any change of the columns of a table, or of the values of a message, that a page reads. */
export const RELEASE_FORMAT = 16;

/** What an edition says about itself. It has no clock time: equal input gives an equal manifest. */
export interface ReleaseManifest {
  /** Exact and for staff, or protected and for everybody. */
  readonly edition: "staff" | "public";
  readonly release: string;
  readonly district: { readonly id: string; readonly name: string };
  /** "2021-22" */
  readonly schoolYear: string;
  /** The as-of day of every figure, YYYY-MM-DD. */
  readonly asOf: string;
  /** The version of all definitions together; changes when any measure or rule does. */
  readonly definitionVersion: string;
  /**
   * The version of how the tables and messages are made: only editions with the same one are shown
   * together. Absent before 16.
   */
  readonly format?: number;
  /** The release of the school year that figures are compared with: the last one by the same definitions. */
  readonly previousRelease: string | null;
  readonly trend: TrendNotes;
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    /** In the public edition, "other" for a school without a public figure. */
    readonly level: SchoolLevel;
  }[];
  readonly mandate: MandateSummary;
  readonly measures: readonly MeasureDefinition[];
  /** How public figures are protected; the staff edition says it of the public edition. */
  readonly protection: {
    readonly smallestGroup: number;
    readonly statement: string;
  };
  /** The landmark day of the attendance analysis and what it excluded; null before it can be drawn. */
  readonly landmark: {
    readonly instructionalDay: number;
    readonly minimumDaysAfter: number;
    readonly statement: string;
  };
  readonly messages: PageMessages;
  /** The kinds of files it was made from; their records by order of magnitude in the public edition. */
  readonly sources: readonly {
    readonly kind: string;
    readonly kindName: string;
    readonly records: string;
  }[];
  readonly reading: ReadingNotes;
  /**
   * For a staff edition as one reader sees it, which places are exact; absent if it is not for one
   * reader.
   */
  readonly scope?: EditionShown;
  readonly tables: readonly {
    readonly name: TableName | StaffTableName;
    readonly rows: number;
    readonly arrow: string;
    readonly csv: string;
    /** Absent in releases through version 13 and staff editions through version 8. */
    readonly parquet?: string;
    /** Of the Arrow file. */
    readonly sha256: string;
  }[];
}

/**
 * What a reader sees exactly in a staff edition, and why; everything else is shown as in a public
 * release.
 */
export interface EditionShown {
  /** Ids of schools; null for the whole district. */
  readonly exactSchools: readonly string[] | null;
  /** Their names; empty if it is the whole district. */
  readonly exactNames: readonly string[];
  readonly because: string;
  /**
   * Which students the reader may see by name, and so which numbers have a list: with plans, with
   * records alone, or none.
   */
  readonly names: "plans" | "records" | "nobody";
  /**
   * The public release that the rest is shown from, and its day; null if there is none by the same
   * definitions.
   */
  readonly publicRelease: string | null;
  readonly publicAsOf: string | null;
}

/** The releases of the school year that trends are made of. */
export interface TrendNotes {
  /** The day of the first one; that of this release if no earlier one has the same definitions. */
  readonly startsOn: string;
  /**
   * The day of the last earlier release by other definitions or rules, with which nothing is
   * compared; null if there is none.
   */
  readonly otherDefinitionsOn: string | null;
}

/** What reading the files left open and no reject reports. */
export interface ReadingNotes {
  /**
   * Absences on days on which the student was not enrolled or none of the student's schools was in
   * session, which no measure counts: their number by order of magnitude, null if there are none.
   */
  readonly absencesOutside: string | null;
  /**
   * Whether there are enrollments without a start date in any file: their students count as
   * enrolled all year.
   */
  readonly hasUndatedEnrollments: boolean;
  /** The name of the same field in editions through version 4. */
  readonly hasUndatedStays?: boolean;
  /**
   * The schools of which only a part of this year's calendar was sent: no due day follows there from
   * the length of the year. Absent where there are none. Only in the staff edition.
   */
  readonly calendarsInPart?: readonly { readonly id: string; readonly name: string }[];
  /**
   * What the mandate asks for and no record of the district has, with the column that would decide
   * it. Only in the staff edition: that there are no records of one type is an exact count.
   */
  readonly notCollected?: readonly NotCollected[];
}

/** Each page's answer in a few messages, written from the tables of the edition. */
export interface PageMessages {
  /** Whether the mandate is met in the district and, if not, why. */
  readonly kept: readonly Message[];
  readonly transitions: readonly Message[];
  readonly attendance: readonly Message[];
  readonly reviews: readonly Message[];
  readonly records: readonly Message[];
  /**
   * What fell due and what changed since the last release, and where trends start again; empty for
   * the first.
   */
  readonly changes: readonly Message[];
  /** By school id, whether the mandate is met there. */
  readonly schools: { readonly [school: string]: readonly Message[] };
}

/** The only mutable object of a district: which release a reader should see. */
export interface Latest {
  readonly district: { readonly id: string; readonly name: string };
  readonly release: string;
  readonly asOf: string;
  /** The folder of the release, relative to this file: `releases/<release>/`. */
  readonly path: string;
  /** When it became the current release, as an ISO instant. */
  readonly publishedAt: string;
  /**
   * After how many days without a new release a page says that its figures are old; null if
   * releases are made by hand.
   */
  readonly staleAfterDays: number | null;
  /** The day on which the next release is due; null if releases are made by hand. */
  readonly nextDueOn: string | null;
  readonly calendar: PublicCalendar;
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
