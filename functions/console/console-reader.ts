import type { KnownSchool } from "../access/permit.ts";
import type { Reader } from "../access/reader.ts";
import type { ExactPlaces } from "../access/seen-schools.ts";

/** Who asks, and what of the district the reader sees exactly. */
export interface ConsoleReader {
  readonly reader: Reader;
  readonly schools: readonly KnownSchool[];
  readonly exact: ExactPlaces;
  /** The name of a counselor by the district's staff list; the id as plans have it where the list has none. */
  readonly counselorName: (id: string) => string;
}
