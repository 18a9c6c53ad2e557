import { createHmac } from "node:crypto";

/** Chance from 0 to 1 by text, under a secret: equal for equal secret and text, and not predictable without the secret. */
export const seededDraw =
  (secret: string) =>
  (text: string): number =>
    createHmac("sha256", secret).update(text).digest().readUIntBE(0, 6) / 2 ** 48;
