import type { SchoolCube } from "./school-cube.ts";

/** A school's cube with its name. */
export interface NamedCube {
  readonly name: string;
  readonly cube: SchoolCube;
}
