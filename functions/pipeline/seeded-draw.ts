import { createHmac } from "node:crypto";

/**
 * Chance from 0 to 1 by cell, under the secret seed of a release: equal for equal seed and cell, and
 * not to be told by anybody who reads the release and this code but not the seed.
 */
export const seededDraw =
  (seed: string) =>
  (cellId: string): number =>
    createHmac("sha256", seed).update(cellId).digest().readUIntBE(0, 6) / 2 ** 48;
