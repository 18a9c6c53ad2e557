import { madeOnce } from "../domain/made-once.ts";
import { mergeCubes } from "../metrics/cube/merge-cubes.ts";
import type { NamedCube } from "../metrics/cube/named-cube.ts";

/** All schools together; both editions of a day ask for them, and they are added up once. */
export const districtCube = madeOnce((cubes: readonly NamedCube[]) =>
  mergeCubes(cubes.map(({ cube }) => cube)),
);
