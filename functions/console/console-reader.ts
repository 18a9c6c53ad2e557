import type { KnownSchool } from "../access/permit.ts";
import type { Reader } from "../access/reader.ts";
import type { ExactPlaces } from "../access/seen-schools.ts";

/** Who asks, and of which places the reader sees exact figures. */
export interface ConsoleReader {
  readonly reader: Reader;
  readonly schools: readonly KnownSchool[];
  readonly exact: ExactPlaces;
  /**
   * The name of a counselor by the district's staff list, or the id as plans have it if the list
   * has no name.
   */
  readonly counselorName: (id: string) => string;
}
