import { createHmac } from "node:crypto";
import type { Chance } from "../../functions/protection/chance.ts";

const chanceOf =
  (secret: Uint8Array): Chance =>
  (text) =>
    createHmac("sha256", secret).update(text).digest().readUInt32BE(0);

/** The secret of the written-out examples of protection: 32 zero bytes. */
export const chance: Chance = chanceOf(new Uint8Array(32));

/** Another secret, as another district or school year has it. */
export const otherChance: Chance = chanceOf(new Uint8Array(32).fill(1));
