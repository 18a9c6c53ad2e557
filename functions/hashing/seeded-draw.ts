import { createHmac } from "node:crypto";

/**
 * A number from 0 to 1 for a text, drawn under a secret: the same for the same secret and text, and
 * not predictable without the secret.
 */
export const seededDraw =
  (secret: string) =>
  (text: string): number =>
    createHmac("sha256", secret).update(text).digest().readUIntBE(0, 6) / 2 ** 48;
