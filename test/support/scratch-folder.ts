import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** An empty folder that is gone when the test has ended. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ilp-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** As `scratchFolder`, for all tests of a `describe`: gone after its last one. */
export function scratchFolderOfAll(): string {
  const folder = mkdtempSync(join(tmpdir(), "ilp-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
