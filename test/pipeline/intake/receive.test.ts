import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { StoreFault, type IncomingFile, type Places } from "../../../functions/pipeline/ports.ts";
import { FERNHILL, ORGS, roles, users, oneTo } from "../../support/ingest-files.ts";
import {
  everything,
  freshPlaces,
  placesIn,
  quiet,
  RECEIVED_ON,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

/** A folder of files as a disk has them, which counts how often each is read. */
function disk(texts: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, { text, written: 1 }]));
  const reads: string[] = [];
  return {
    reads,
    write(name: string, text: string): void {
      files.set(name, { text, written: (files.get(name)?.written ?? 0) + 1 });
    },
    async *files(): AsyncGenerator<IncomingFile> {
      for (const [name, file] of files) {
        yield {
          name,
          package: "sent",
          async *open() {
            reads.push(name);
            yield await Promise.resolve(Buffer.from(file.text));
          },
          standing: () => ({ place: `/sent/${name}`, state: String(file.written) }),
        };
      }
    },
  };
}

const ALL = { "orgs.csv": ORGS, "users.csv": users(oneTo(30)), "roles.csv": roles(oneTo(30)) };

const received = (places: Places, files: AsyncIterable<IncomingFile>, verify = false) =>
  receive(FERNHILL, files, places, RECEIVED_ON, quiet, { verify });

/** All items of the district's ledger. */
const ledger = async ({ table }: Places) =>
  (await table.query({ partition: `${FERNHILL}#ledger` })).items;

describe("receive", () => {
  it("reads a file of a folder once, and stores it under its hash", async () => {
    const places = await placesIn(scratchFolder());
    const { files, reads } = disk(ALL);
    const outcomes = await received(places, files());
    expect(reads).toEqual(Object.keys(ALL));
    for (const as of outcomes) {
      if (as.outcome !== "received") throw new Error(`${as.file} is ${as.outcome}`);
      const stored = await places.records.get(recordsKeys.raw(FERNHILL, as.sha256));
      expect(Buffer.from(stored!).toString()).toBe(ALL[as.file as keyof typeof ALL]);
    }
  });

  it("does not read a file again that stands as it did, and then writes nothing at all", async () => {
    const places = await freshPlaces();
    const { files, reads } = disk(ALL);
    await received(places, files());
    const before = [await everything(places.records), await ledger(places)];
    reads.length = 0;
    const again = await received(places, files());
    expect(again.map(({ file, outcome }) => [file, outcome])).toEqual(
      Object.keys(ALL).map((name) => [name, "known"]),
    );
    expect(reads).toEqual([]);
    expect([await everything(places.records), await ledger(places)]).toEqual(before);
  });

  it("reads it all the same where that is asked for", async () => {
    const places = await freshPlaces();
    const { files, reads } = disk(ALL);
    await received(places, files());
    const before = await ledger(places);
    reads.length = 0;
    await received(places, files(), true);
    expect(new Set(reads)).toEqual(new Set(Object.keys(ALL)));
    expect(await ledger(places)).toEqual(before);
  });

  it("reads the one that was written since, and enters it as the next ingest", async () => {
    const places = await freshPlaces();
    const { files, reads, write } = disk(ALL);
    await received(places, files());
    await received(places, files());
    write("users.csv", users(oneTo(31)));
    reads.length = 0;
    const outcomes = await received(places, files());
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["known", "received", "known"]);
    expect(new Set(reads)).toEqual(new Set(["users.csv"]));
    // The ingest that brought nothing new is not counted.
    expect((await ledger(places)).find(({ sort }) => sort === "batch")).toMatchObject({
      ...{ batch: 2, isOpen: false },
    });
  });

  it.each([
    ["lost", null],
    ["cut off", "org"],
  ])("reads a file again whose stored bytes are %s", async (_what, left) => {
    const places = await freshPlaces();
    const { files, reads } = disk({ "orgs.csv": ORGS });
    const [as] = await received(places, files());
    if (as?.outcome !== "received") throw new Error("expected a received file");
    const raw = recordsKeys.raw(FERNHILL, as.sha256);
    await places.records.delete([raw]);
    if (left !== null) await places.records.put(raw, Buffer.from(left));
    reads.length = 0;
    await received(places, files());
    expect(new Set(reads)).toEqual(new Set(["orgs.csv"]));
  });

  it("tells of a file that it does not read what its bytes say that it is", async () => {
    const places = await freshPlaces();
    const { files } = disk({ "report.csv": "%PDF-1.7 and more" });
    const first = await received(places, files());
    expect(first[0]).toMatchObject({ looksLike: expect.stringContaining("PDF") as string });
    expect(await received(places, files())).toEqual([{ ...first[0], outcome: "known" }]);
  });

  it("reports a file that cannot be read and goes on, and stops where what holds it cannot be", async () => {
    const places = await freshPlaces();
    const failing = (error: Error): IncomingFile => ({
      name: "users.csv",
      package: "sent",
      async *open() {
        yield await Promise.resolve(Buffer.from("sourcedId"));
        throw error;
      },
    });
    const both = async function* (error: Error): AsyncGenerator<IncomingFile> {
      yield failing(error);
      yield* disk({ "orgs.csv": ORGS }).files();
    };
    expect(await received(places, both(new Error("the disk is scratched")))).toMatchObject([
      { file: "users.csv", outcome: "unreadable", message: "the disk is scratched" },
      { file: "orgs.csv", outcome: "received" },
    ]);
    const fault = new StoreFault(new Error("down"));
    await expect(received(places, both(fault))).rejects.toThrow(fault);
  });

  it("does not blame a file for a store that cannot keep it", async () => {
    const places = await freshPlaces();
    const full = { ...places.records, putNamedLast: () => Promise.reject(new Error("disk full")) };
    const put = received({ ...places, records: full }, disk(ALL).files());
    await expect(put).rejects.toThrow("disk full");
    expect(await ledger(places)).toEqual([]);
  });
});
