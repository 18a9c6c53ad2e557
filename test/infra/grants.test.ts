import { describe, expect, it } from "vitest";
import { ENVIRONMENT, HANDLERS, publicKeys } from "../../functions/layout.ts";
import { grants, isOf, patterns, RECORDS, RELEASES } from "./grants.ts";
import { flattened, ofType, synthesized } from "./synthesized.ts";

const { pipeline } = synthesized();

describe("grants", () => {
  it.each([...HANDLERS])(
    "gives %s each resource that its environment names, and no other",
    (handler) => {
      const [, lambda] = ofType(pipeline, "AWS::Lambda::Function").find(
        ([id]) => id.toLowerCase().replace(/[0-9a-f]{8}$/, "") === handler,
      )!;
      const { Variables } = lambda.Properties["Environment"] as {
        Variables: Record<string, unknown>;
      };
      const names: string[] = Object.values(ENVIRONMENT);
      expect(names).toEqual(expect.arrayContaining(Object.keys(Variables)));
      const granted = grants
        .filter((grant) => isOf(handler, grant) && /^(s3|dynamodb):/.test(grant.action))
        .map(({ resource }) => resource.replace(/>.*$/, ">"));
      expect([...new Set(granted)].sort()).toEqual(Object.values(Variables).map(flattened).sort());
    },
  );

  it("holds each step to what it reads and writes of the records", () => {
    const of = (handler: string) => ({
      read: patterns(handler, "s3:GetObject", RECORDS),
      write: patterns(handler, "s3:PutObject", RECORDS),
      delete: patterns(handler, "s3:DeleteObject", RECORDS),
    });
    expect(Object.fromEntries(HANDLERS.map((handler) => [handler, of(handler)]))).toEqual({
      receive: { read: ["raw/*"], write: ["raw/*", "runs/*"], delete: [] },
      conform: {
        read: ["conformed/*", "quarantine/*", "raw/*"],
        write: ["conformed/*", "quarantine/*", "runs/*"],
        delete: [],
      },
      measure: { read: ["conformed/*", "counts/*"], write: ["counts/*"], delete: [] },
      release: {
        read: [
          ...["conformed/*", "counts/*", "editions/*", "partials/*", "patterns/*"],
          ...["protected/*", "protection/*"],
        ],
        write: [
          "conformed/grand-bend/settings/protection.json",
          ...["editions/*", "protected/*", "protection/*", "restricted/grand-bend/secret-*"],
        ],
        delete: [
          "conformed/grand-bend/settings/suppression.json",
          ...["editions/*", "partials/*", "patterns/*", "protected/*"],
        ],
      },
      publish: { read: ["protected/*"], write: [], delete: [] },
    });
  });

  it("lets publish alone write to the public bucket, and there not to the pages", () => {
    const writers = grants.filter(
      ({ action, resource }) =>
        /^s3:(Put|Delete|\*)/.test(action) &&
        (resource.startsWith(`<${RELEASES}>`) || resource.startsWith("*")),
    );
    expect(writers.every((grant) => isOf("publish", grant))).toBe(true);
    expect(patterns("publish", "s3:PutObject", RELEASES)).toEqual([
      publicKeys.districts,
      "grand-bend/*",
    ]);
  });

  it("lets publish write every key that it writes", () => {
    const allowed = patterns("publish", "s3:PutObject", RELEASES).map((pattern) =>
      pattern.replace("*", ""),
    );
    for (const key of [
      publicKeys.districts,
      publicKeys.latest("grand-bend"),
      publicKeys.release("grand-bend", "2025-01-15"),
    ]) {
      expect(allowed.some((prefix) => key.startsWith(prefix))).toBe(true);
    }
  });

  it("names a resource for everything but traces and the delivery of logs", () => {
    const unnamed = grants.filter(({ resource }) => resource === "*");
    expect([...new Set(unnamed.map(({ action }) => action.split(":")[0]))].sort()).toEqual([
      "logs",
      "xray",
    ]);
  });

  it("keeps the function that writes for everyone from reading a student's record", () => {
    const read = grants.filter(
      (grant) => isOf("publish", grant) && grant.action === "s3:GetObject",
    );
    expect(read.map(({ resource }) => resource.replace(/^<[^>]*>/, "")).sort()).toEqual([
      "/districts.json",
      "/grand-bend/*",
      "/protected/*",
    ]);
  });

  it("lets release alone delete records, publish alone releases, and nobody a version or the table", () => {
    const deleting = grants.filter(({ action }) => /^(s3|dynamodb):(Delete|\*)/.test(action));
    expect([...new Set(deleting.map(({ action }) => action))]).toEqual(["s3:DeleteObject"]);
    expect(deleting.filter((grant) => isOf("release", grant))).toHaveLength(5);
    expect(patterns("publish", "s3:DeleteObject", RELEASES)).toEqual([
      publicKeys.latest("grand-bend"),
      "grand-bend/releases/*",
    ]);
    expect(deleting).toHaveLength(7);
  });
});
