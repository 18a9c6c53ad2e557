import { describe, expect, it } from "vitest";
import { localFault } from "../../functions/adapters/local-fault.ts";

const fault = (code: string, message: string) => Object.assign(new Error(message), { code });

describe("localFault", () => {
  it.each([
    [
      "a full disk",
      fault("ENOSPC", "ENOSPC: no space left on device, write"),
      "no space left on the disk of the data folder /d: free some",
    ],
    ["a full quota", fault("EDQUOT", "EDQUOT: quota exceeded, write"), "no space left"],
    [
      "a disk that can only be read",
      fault("EROFS", "EROFS: read-only file system, mkdir"),
      "can only be read: make it writable",
    ],
    [
      "a damaged table",
      fault("LEVEL_CORRUPTION", "Corruption: corrupted internal key in DBIter"),
      "is damaged (Corruption: corrupted internal key in DBIter): restore",
    ],
    [
      "what caused it",
      new Error("not written", { cause: fault("ENOSPC", "ENOSPC") }),
      "no space left",
    ],
  ])("says what to do about %s", (_fact, error, words) => {
    expect(localFault(error, "/d")).toContain(words);
  });

  it.each([new Error("a file is damaged"), fault("ENOENT", "ENOENT: no such file"), "text", null])(
    "leaves any other fault as it is (%s)",
    (error) => {
      expect(localFault(error, "/d")).toBeNull();
    },
  );
});
