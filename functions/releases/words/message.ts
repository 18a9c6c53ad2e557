/**
 * What a release says in words, without the words: the id of a message and the values in it. Pages word
 * it in the reader's language from one catalogue, so that no sentence can say a figure that its values do
 * not hold.
 */
import type { ShownShare } from "./share-words.ts";
import type { WithoutFigure } from "./why-not.ts";

/** A date, YYYY-MM-DD. */
type On = string;
/** The name of a school, a requirement, a mandate or a transition, in the words of the district or of the law. */
type Name = string;

/** How a share stands beside the one of the release before. */
export type Comparison =
  | {
      /** `nearly` where the two are worded alike; `after` where nobody can say which is higher. */
      readonly kind: "up" | "down" | "nearly" | "same" | "after";
      readonly before: ShownShare;
      readonly on: On;
    }
  /** A different set of requirements was due. */
  | { readonly kind: "not-compared"; readonly on: On };

/** A rate as a sentence names it: a measure of everybody, or of one requirement or transition. */
export interface RateSaid {
  readonly measure: string;
  readonly breakdown: "all" | "requirement" | "transition";
  readonly name: Name;
}

/** The values of each message, by its id. */
export interface MessageValues {
  /** Whether the mandate is kept at a place, and what stands in the way. */
  readonly "requirements-missing": {
    readonly share: ShownShare;
    readonly students: number;
    readonly mandate: Name;
    /** CEDS codes of the grades that are counted at the place; empty where no row tells them. */
    readonly grades: readonly string[];
    /** How the greatest part of the others stands: what to think of the place where perhaps nobody misses one. */
    readonly mostly: "met" | "open" | "not-due";
    readonly heldOn: On | null;
  };
  readonly "requirements-met": { readonly students: number; readonly mandate: Name };
  /** Nobody is known to miss one, and of some it cannot be determined. */
  readonly "none-known-missing": { readonly students: number; readonly mandate: Name };
  readonly "nothing-due-yet": { readonly students: number; readonly mandate: Name };
  /** Without a share where no bar can say which is first. */
  readonly "most-missing": {
    readonly requirement: Name;
    readonly share: ShownShare | null;
    readonly isAlone: boolean;
    readonly heldOn: On | null;
  };
  readonly "cannot-say-whether-met": { readonly share: ShownShare };
  readonly "cannot-be-determined": {
    readonly requirement: Name;
    readonly share: ShownShare;
    readonly heldOn: On | null;
  };
  /** With what would decide it, in the words of the mandate's data. */
  readonly "would-decide": {
    readonly requirement: Name;
    readonly share: ShownShare;
    readonly decides: string;
    readonly heldOn: On | null;
  };
  readonly "due-soon": { readonly requirement: Name; readonly share: ShownShare };
  readonly "plans-open": { readonly share: ShownShare; readonly heldOn: On | null };
  readonly "no-requirements": { readonly mandate: Name };
  readonly "none-readable": { readonly mandate: Name };
  readonly "none-in-force": { readonly mandate: Name; readonly on: On; readonly from: On | null };
  /** Why a place has no figure. */
  readonly "no-figure": {
    readonly state: WithoutFigure;
    readonly level: "district" | "school";
    readonly place: Name;
  };
  /**
   * To a reader who sees some schools exactly, before any public release by the same rules; the day
   * of the last one by others, null if there is none.
   */
  readonly "district-not-public": {
    readonly exactPlaces: readonly Name[];
    readonly releasedOtherwiseOn: On | null;
  };
  /** The mandate covers no grade of the school. */
  readonly "school-not-covered": { readonly place: Name };

  readonly "transition-ready": {
    readonly transition: Name;
    readonly share: ShownShare;
    readonly students: number;
    readonly heldOn: On | null;
  };
  readonly "transition-too": {
    readonly transition: Name;
    readonly share: ShownShare;
    readonly heldOn: On | null;
  };
  readonly "transition-without": {
    readonly transition: Name;
    readonly state: WithoutFigure;
  };
  readonly "no-transitions": { readonly mandate: Name };

  readonly "reviews-on-time": {
    readonly share: ShownShare;
    readonly students: number;
    readonly heldOn: On | null;
    readonly change: Comparison | null;
  };
  readonly "reviews-otherwise": {
    readonly notHeld: ShownShare | null;
    readonly noPlan: ShownShare | null;
    readonly notDue: ShownShare | null;
  };
  /** The school with the most students for whom something is still to do; without the parts that nobody can be in. */
  readonly "most-to-do": {
    readonly place: Name;
    readonly notHeld: ShownShare | null;
    readonly noPlan: ShownShare | null;
    readonly heldOn: On | null;
  };
  readonly "no-reviews": { readonly mandate: Name };

  readonly "attendance-too-few": { readonly instructionalDay: number };
  readonly "attendance-no-data": {
    readonly instructionalDay: number;
    readonly edition: "staff" | "public";
  };
  /** Percentage points of the remaining days; without limits where the schools are too few for an interval. */
  readonly "attendance-compared": {
    readonly instructionalDay: number;
    readonly estimate: number;
    readonly limits: ShownShare | null;
    readonly students: number;
  };
  /** A rank correlation with its 95% interval. */
  readonly "goals-compared": { readonly estimate: number; readonly limits: ShownShare };
  readonly "association-not-effect": NoValues;

  readonly "all-records-used": NoValues;
  /** Each kind of reason once for a kind of file and column. */
  readonly "records-not-used": { readonly reasons: number };
  readonly "file-left-out": NoValues;
  /** By order of magnitude in public. */
  readonly "absences-outside": { readonly records: string };
  readonly "enrollments-undated": NoValues;
  /** The names of the schools, in the order of the district's list. */
  readonly "calendars-in-part": { readonly schools: readonly Name[] };
  readonly "not-collected": { readonly requirements: number };

  readonly "trends-start-anew": { readonly on: On };
  /** With the number of students where the edition has it. */
  readonly "came-due": {
    readonly on: On;
    readonly requirements: readonly { readonly name: Name; readonly students: number | null }[];
  };
  readonly "rates-not-compared": { readonly on: On; readonly rates: readonly RateSaid[] };
  readonly "rate-changed": {
    readonly rate: RateSaid;
    readonly share: ShownShare;
    readonly change: Comparison;
  };

  /** What somebody does next, for how many students of a place; the number where the edition has it. */
  readonly "act-on": {
    readonly need: string;
    readonly requirement: Name;
    /** What the requirement asks for, in a word or two. */
    readonly thing: string;
    /** Null where it is to be done at every school alike. */
    readonly place: Name | null;
    readonly share: ShownShare;
    readonly students: number;
    readonly count: number | null;
    readonly heldOn: On | null;
  };
  /** The due dates of what is due next, the same day twice where all schools have one. */
  readonly "act-due-soon": {
    /** Every requirement that is due then, in the order of the mandate. */
    readonly requirements: readonly Name[];
    readonly from: On;
    readonly until: On;
    /** Students who wait for it; null where it is not known, or where several requirements are due. */
    readonly count: number | null;
  };
  readonly "act-fix-records": {
    readonly problem: string;
    readonly name: Name;
    readonly owner: string;
    readonly count: number;
  };
  readonly "nothing-to-do": NoValues;
  readonly "little-to-do": NoValues;
  readonly "no-action-public": { readonly mandate: Name };
  readonly "no-plans-sent": NoValues;
}

type NoValues = { readonly [name: string]: never };

export type MessageId = keyof MessageValues;

export type Message = {
  readonly [Id in MessageId]: { readonly id: Id; readonly values: MessageValues[Id] };
}[MessageId];

/** A message, its values held to those of its id. */
export const say = <Id extends MessageId>(id: Id, values: MessageValues[Id]): Message =>
  ({ id, values }) as Message;
