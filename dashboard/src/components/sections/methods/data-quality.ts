import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import { dataWords as words } from "../../../words/methods/data.js";
import type { Parts } from "../../page/redrawn.ts";
import { answer } from "../answer.js";
import { changedRecords } from "./changed-records.js";
import { filesRead } from "./files-read.js";
import { notCollected } from "./not-collected.js";
import { plansAndRoster } from "./plans-and-roster.js";
import { rejects } from "./rejects.js";

/** What was read, what could not be used and what to do about it. */
export async function dataQuality(edition: Edition): Promise<Parts> {
  const manifest = await edition.manifest();
  return [
    answer(manifest.messages.records),
    ...(await rejects(edition)),
    ...notCollected(manifest),
    ...(await plansAndRoster(edition)),
    ...(await filesRead(edition)),
    ...(await changedRecords(edition, manifest)),
    edition.screen.edition === "public" ? html`<p class="fine">${words.magnitude}</p>` : null,
  ];
}
