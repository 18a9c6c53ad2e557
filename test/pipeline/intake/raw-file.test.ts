import { describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { conform } from "../../../functions/pipeline/conform/conform.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  DamagedFile,
  isStoredWhole,
  rawBytes,
  rawFile,
} from "../../../functions/pipeline/intake/raw-file.ts";
import { receive } from "../../../functions/pipeline/intake/receive.ts";
import { sha256Of } from "../../../functions/hashing/sha256-of.ts";
import { FERNHILL, incoming, ingestFiles, oneTo, roster } from "../../support/ingest-files.ts";
import {
  everything,
  freshPlaces,
  quiet,
  RECEIVED_ON,
  type MemoryPlaces,
} from "../../support/local-district.ts";

const BYTES = Buffer.from("student_id,date\n0001,2022-05-02\n");
const FILE = { name: "attendance.csv", sha256: sha256Of(BYTES) };
const KEY = recordsKeys.raw(FERNHILL, FILE.sha256);

/** One bit of a byte is another. */
function flipped(bytes: Uint8Array, place: number): Uint8Array {
  const other = Uint8Array.from(bytes);
  other[place] = (other[place] ?? 0) ^ 1;
  return other;
}

async function stored(bytes: Uint8Array) {
  const { records } = await freshPlaces();
  await records.put(KEY, bytes);
  return records;
}

describe("a file as it was sent", () => {
  it("is read where its bytes are those of its hash", async () => {
    expect(await rawBytes(await stored(BYTES), FERNHILL, FILE)).toEqual(BYTES);
    expect(await isStoredWhole(await stored(BYTES), FERNHILL, FILE.sha256)).toBe(true);
  });

  it.each([
    ["its first byte is another", flipped(BYTES, 0)],
    ["its last byte is another", flipped(BYTES, BYTES.length - 1)],
    ["its last byte is missing", BYTES.subarray(0, -1)],
    ["a byte follows", Buffer.concat([BYTES, Buffer.from("\n")])],
    ["it is empty", new Uint8Array()],
  ])("is refused where %s, by its name and with what to do", async (_how, bytes) => {
    const records = await stored(bytes);
    await expect(rawBytes(records, FERNHILL, FILE)).rejects.toThrow(
      `the file attendance.csv as it was sent is damaged (${KEY}): send the same file again (ilp ingest <file> --district fernhill --verify), or put ${KEY} back from a backup`,
    );
    expect(await isStoredWhole(records, FERNHILL, FILE.sha256)).toBe(false);
  });

  it("is refused where it is gone, and its name stays out of what may be logged", async () => {
    const { records } = await freshPlaces();
    const error: unknown = await rawBytes(records, FERNHILL, FILE).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof DamagedFile)) throw new Error("expected a DamagedFile");
    expect(error.message).toContain("attendance.csv as it was sent is missing");
    expect(error.withoutName).toContain(`is missing (${KEY})`);
    expect(error.withoutName).not.toContain("attendance.csv");
  });

  it("is not hashed once more where this run has hashed it", async () => {
    const records = await stored(flipped(BYTES, 0));
    const chunks: Uint8Array[] = [];
    for await (const chunk of rawFile(records, FERNHILL, FILE, true)) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toEqual(Buffer.from(flipped(BYTES, 0)));
  });
});

describe("a district of which a file as it was sent is damaged", () => {
  const ROSTER = roster(oneTo(8));

  /** The byte of a name or number of the last line of users.csv is another, and the files are to be read anew. */
  async function damaged(): Promise<{ places: MemoryPlaces; key: string }> {
    const places = await freshPlaces();
    await ingestFiles(places, ROSTER);
    const { files } = (await conformedInForce(places.records, FERNHILL))!;
    const { sha256 } = files.find(({ name }) => name === "users.csv")!;
    const key = recordsKeys.raw(FERNHILL, sha256);
    const bytes = (await places.records.get(key))!;
    await places.records.put(key, flipped(bytes, bytes.length - 6));
    const derived = await places.records.list("conformed/fernhill/");
    await places.records.delete(
      derived.filter((other) => other.includes("/read/") || other.includes("/student/")),
    );
    return { places, key };
  }

  const again = (places: MemoryPlaces) =>
    conform(FERNHILL, { name: null, acceptRemovals: false }, places, quiet);

  it("is not conformed from it, and nothing is written of what was read", async () => {
    const { places, key } = await damaged();
    await expect(again(places)).rejects.toThrow(
      `the file users.csv as it was sent is damaged (${key})`,
    );
    const before = await everything(places.records, "conformed/");
    expect(Object.keys(before).filter((other) => other.includes(key.slice(-64)))).toEqual([]);
    // Sent again without being compared it is held for known.
    await receive(FERNHILL, incoming(ROSTER), places, RECEIVED_ON, quiet);
    await expect(again(places)).rejects.toThrow(DamagedFile);
  });

  it("is whole again once the file is sent again to be compared, which is said of it alone", async () => {
    const untouched = await freshPlaces();
    await ingestFiles(untouched, ROSTER);
    const { places } = await damaged();
    const received = await receive(FERNHILL, incoming(ROSTER), places, RECEIVED_ON, quiet, {
      verify: true,
    });
    expect(received.flatMap((as) => ("note" in as ? [[as.file, as.note]] : []))).toEqual([
      ["users.csv", "What was stored of it was damaged: it is stored again."],
    ]);
    await again(places);
    expect(await everything(places.records, "raw/")).toEqual(
      await everything(untouched.records, "raw/"),
    );
    expect((await conformedInForce(places.records, FERNHILL))?.schools).toEqual(
      (await conformedInForce(untouched.records, FERNHILL))?.schools,
    );
  });
});
