import { describe, expect, it } from "vitest";
import { inboxFiles } from "../../../functions/adapters/incoming/inbox-files.ts";
import { lookAtInbox, noteReceived } from "../../../functions/pipeline/intake/inbox.ts";
import { feeds } from "../../../functions/pipeline/intake/ledger.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import {
  FERNHILL,
  lines,
  oneTo,
  ORGS,
  roles,
  users,
  USERS_HEADER,
} from "../../support/ingest-files.ts";
import { freshPlaces, quiet, RECEIVED_ON } from "../../support/local-district.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";

const DELTA = "propertyName,value\nfile.users,delta\n";
const change = (number: string) =>
  lines(
    USERS_HEADER,
    `${number},active,2022-01-01T00:00:00Z,u${number},Given,Family,9${number},09`,
  );

describe("an upload of which one file has changed", () => {
  it("is a change still, by the manifest that lies beside it unchanged", async () => {
    const inbox = memoryStore();
    const places = await freshPlaces();
    const drop = async (files: Readonly<Record<string, string>>) => {
      for (const [key, text] of Object.entries(files)) await inbox.put(key, Buffer.from(text));
      const later = new Date(Date.now() + 3_600_000);
      const { drops } = await lookAtInbox(
        ...([inbox, places.table, FERNHILL, "fernhill/", { quietMinutes: 15 }, later] as const),
      );
      for (const drop of drops) {
        const files = inboxFiles(inbox, drop);
        await receive(FERNHILL, files, places, RECEIVED_ON, quiet);
        await noteReceived(places.table, FERNHILL, drop);
      }
      return drops.flat().map(({ key }) => key);
    };
    await drop({
      "fernhill/whole/orgs.csv": ORGS,
      "fernhill/whole/users.csv": users(oneTo(30)),
      "fernhill/whole/roles.csv": roles(oneTo(30)),
    });
    await drop({
      "fernhill/changes/manifest.csv": DELTA,
      "fernhill/changes/users.csv": change("0001"),
    });
    const read = await drop({ "fernhill/changes/users.csv": change("0002") });
    expect(read).toEqual(["fernhill/changes/manifest.csv", "fernhill/changes/users.csv"]);
    const ofUsers = (await feeds(places.table, FERNHILL)).filter(
      ({ newest }) => newest.name === "users.csv",
    );
    expect(ofUsers.map(({ mode }) => mode)).toEqual(["bulk", "delta", "delta"]);
  });
});
