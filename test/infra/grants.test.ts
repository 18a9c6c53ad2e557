import { describe, expect, it } from "vitest";
import { HANDLERS, publicKeys } from "../../functions/layout.ts";
import { grants, INBOX, isOf, partitions, patterns, RECORDS, RELEASES } from "./grants.ts";

const of = <Value>(find: (handler: string) => Value) =>
  Object.fromEntries(HANDLERS.map((handler) => [handler, find(handler)]));

/** Under these grants `test/infra/night` runs every handler; here they are held to be no wider. */
describe("grants", () => {
  it("hold each step to what it reads and writes of the district's records", () => {
    const records = of((handler) => ({
      read: patterns(handler, "s3:GetObject", RECORDS),
      write: patterns(handler, "s3:PutObject", RECORDS),
      delete: patterns(handler, "s3:DeleteObject", RECORDS),
    }));
    const nothing = { read: [], write: [], delete: [] };
    const d = "grand-bend/*";
    expect(records).toEqual({
      arrive: nothing,
      lease: nothing,
      receive: {
        read: ["conformed/grand-bend/read/*", `raw/${d}`],
        write: [`raw/${d}`, `runs/${d}`],
        delete: [],
      },
      read: {
        read: ["conformed/grand-bend/read/*", `raw/${d}`],
        write: ["conformed/grand-bend/read/*"],
        delete: [],
      },
      assemble: {
        read: [`conformed/${d}`, `quarantine/${d}`, `raw/${d}`],
        write: [`conformed/${d}`, `quarantine/${d}`, `runs/${d}`],
        delete: [],
      },
      measure: { read: [`conformed/${d}`, `counts/${d}`], write: [`counts/${d}`], delete: [] },
      release: {
        read: [
          ...[`conformed/${d}`, `counts/${d}`, `editions/staff/${d}`],
          ...[`protected/${d}`, `protection/${d}`],
        ],
        write: [`editions/staff/${d}`, `protected/${d}`, `protection/${d}`],
        delete: [`editions/staff/${d}`],
      },
      publish: { read: [`protected/${d}`], write: [], delete: [] },
      watch: nothing,
    });
  });

  it("hold each step to the items that it needs: assemble alone reaches a plan, and reads none", () => {
    const items = of((handler) => ({
      get: partitions(handler, "dynamodb:GetItem"),
      query: partitions(handler, "dynamodb:Query"),
      put: partitions(handler, "dynamodb:PutItem"),
      // The one way to delete an item.
      batch: partitions(handler, "dynamodb:BatchWriteItem"),
    }));
    const names = (...parts: string[]) => parts.map((part) => `grand-bend#${part}`);
    const lease = { get: names("run"), query: [], put: names("run"), batch: [] };
    expect(items).toEqual({
      arrive: { ...lease, get: names("inbox"), query: names("inbox"), put: names("inbox") },
      lease,
      receive: {
        get: names("ledger", "run"),
        query: names("inbox", "ledger"),
        put: names("ledger", "run"),
        batch: names("inbox", "ledger"),
      },
      read: { ...lease, query: names("ledger") },
      assemble: {
        get: names("run"),
        query: names("ledger", "plan-lists"),
        put: names("ledger", "run"),
        batch: names("ledger", "plan-lists", "student#*"),
      },
      measure: lease,
      release: {
        get: names("run", "worklist-edition"),
        query: names("worklist"),
        put: names("run", "worklist-edition"),
        batch: names("worklist"),
      },
      publish: lease,
      watch: lease,
    });
    const ofTable = grants.filter(({ action }) => action.startsWith("dynamodb:"));
    for (const { conditions } of ofTable) {
      expect(conditions).toHaveProperty(["Null", "dynamodb:LeadingKeys"], "false");
    }
    expect(new Set(ofTable.map(({ action }) => action))).toEqual(
      new Set([
        ...["dynamodb:GetItem", "dynamodb:Query"],
        ...["dynamodb:PutItem", "dynamodb:BatchWriteItem"],
      ]),
    );
  });

  it("let publish alone write to the public bucket, for its district, and not to the pages", () => {
    const writers = grants.filter(
      ({ action, resource }) =>
        /^s3:(Put|Delete|\*)/.test(action) &&
        (resource.startsWith(`<${RELEASES}>`) || resource.startsWith("*")),
    );
    expect(writers.every((grant) => isOf("publish", grant))).toBe(true);
    expect(patterns("publish", "s3:PutObject", RELEASES)).toEqual([
      publicKeys.districts,
      "grand-bend/latest.json",
      "grand-bend/releases/*",
    ]);
  });

  it("let nobody touch the access log, an extract, or a file in the inbox", () => {
    const objects = grants.filter(({ resource }) => /^<(Records|Inbox)/.test(resource));
    expect(objects.length).toBeGreaterThan(20);
    for (const { action, resource } of objects) {
      expect(resource).not.toMatch(/access-log|restricted|previews/);
      if (resource.startsWith(`<${INBOX}>`)) expect(action).not.toMatch(/Put|Delete|Abort/);
    }
  });

  it("let receive alone read what is in a file of the inbox", () => {
    const readers = HANDLERS.filter(
      (handler) => patterns(handler, "s3:GetObject", INBOX).length > 0,
    );
    expect(readers).toEqual(["receive"]);
  });

  it("let receive and the maps alone write in parts, which may be left lying", () => {
    const inParts = grants.filter(({ action }) => /Multipart/.test(action));
    expect(
      inParts.map(({ role, action, resource }) => [
        ...[role.slice(0, 7), action, resource.replace(/^<.*>/, "")],
      ]),
    ).toEqual([
      ["Receive", "s3:AbortMultipartUpload", "/raw/grand-bend/*"],
      ["RunRole", "s3:AbortMultipartUpload", "/runs/grand-bend/*"],
      ["RunRole", "s3:ListMultipartUploadParts", "/runs/grand-bend/*"],
    ]);
  });

  it("let a list show what is under the district's own keys alone", () => {
    const lists = grants.filter(({ action }) => action === "s3:ListBucket");
    expect(lists.length).toBeGreaterThan(8);
    for (const { conditions } of lists) {
      const prefixes = [conditions["StringLike"]?.["s3:prefix"]].flat() as string[];
      expect(prefixes.length).toBeGreaterThan(0);
      for (const prefix of prefixes) {
        expect(prefix).toMatch(/(^|\/)grand-bend\/|^districts\.json$/);
      }
    }
  });

  it("let the key of the records be used through the services alone", () => {
    const uses = grants.filter(({ resource }) => /^<RecordsKey/.test(resource));
    expect(uses.length).toBeGreaterThan(10);
    for (const { conditions } of uses) {
      expect(conditions["StringEquals"]?.["kms:ViaService"]).toMatch(
        /^(s3|dynamodb)\.us-east-2\.amazonaws\.com$/,
      );
    }
  });

  it("name a resource for everything but traces and the delivery of logs", () => {
    const unnamed = grants.filter(({ resource }) => resource === "*");
    expect([...new Set(unnamed.map(({ action }) => action.split(":")[0]))].sort()).toEqual([
      "logs",
      "xray",
    ]);
  });

  it("let release alone delete, staff editions, and nobody a version or the table", () => {
    const deleting = grants.filter(({ action }) => /^(s3|dynamodb):(Delete|\*)/.test(action));
    expect(deleting.map(({ action }) => action)).toEqual(["s3:DeleteObject"]);
    expect(deleting.every((grant) => isOf("release", grant))).toBe(true);
  });
});
