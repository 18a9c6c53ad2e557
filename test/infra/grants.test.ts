import { describe, expect, it } from "vitest";
import { ENVIRONMENT, HANDLERS, publicKeys } from "../../functions/layout.ts";
import { flattened, ofType, synthesized, type Resources } from "./synthesized.ts";

const { storage, pipeline } = synthesized();

interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}
const grants = grantsOf(pipeline);
const idOf = (type: string, name: string) =>
  ofType(storage, type).find(([id]) => id.startsWith(name))![0];
const records = idOf("AWS::S3::Bucket", "Records");
const releases = idOf("AWS::S3::Bucket", "Public");

/** What a handler may do with the objects of a bucket: the patterns of its keys. */
const patterns = (handler: string, action: string, bucket: string) =>
  grants
    .filter((grant) => isOf(handler, grant) && grant.action === action)
    .flatMap(({ resource }) =>
      resource.startsWith(`<${bucket}>/`) ? [resource.slice(bucket.length + 3)] : [],
    )
    .sort();
const isOf = (handler: string, { role }: Grant) => role.toLowerCase().startsWith(`${handler}role`);

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
      read: patterns(handler, "s3:GetObject", records),
      write: patterns(handler, "s3:PutObject", records),
    });
    expect(Object.fromEntries(HANDLERS.map((handler) => [handler, of(handler)]))).toEqual({
      receive: { read: ["raw/*"], write: ["raw/*", "runs/*"] },
      conform: {
        read: ["conformed/*", "raw/*", "runs/*"],
        write: ["conformed/*", "quarantine/*", "runs/*"],
      },
      measure: { read: ["conformed/*", "partials/*"], write: ["partials/*"] },
      protect: {
        read: [
          "conformed/*/manifests/*",
          "conformed/*/settings/*",
          "partials/*",
          "patterns/*",
          "protected/*",
        ],
        write: ["patterns/*", "protected/*"],
      },
      publish: { read: ["protected/*"], write: [] },
    });
  });

  it("lets publish alone write to the public bucket, and there not to the pages", () => {
    const writers = grants.filter(
      ({ action, resource }) =>
        /^s3:(Put|Delete|\*)/.test(action) &&
        (resource.startsWith(`<${releases}>`) || resource.startsWith("*")),
    );
    expect(writers.every((grant) => isOf("publish", grant))).toBe(true);
    expect(patterns("publish", "s3:PutObject", releases)).toEqual([
      publicKeys.districts,
      "grand-bend/*",
    ]);
  });

  it("lets publish write every key that it writes", () => {
    const allowed = patterns("publish", "s3:PutObject", releases).map((pattern) =>
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

  it("lets nobody delete", () => {
    expect(grants.filter(({ action }) => /^(s3|dynamodb):(Delete|\*)/.test(action))).toEqual([]);
  });
});

function grantsOf(resources: Resources): readonly Grant[] {
  const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  return ofType(resources, "AWS::IAM::Policy").flatMap(([role, { Properties }]) => {
    const { Statement } = Properties["PolicyDocument"] as {
      Statement: { Effect: string; Action: unknown; Resource: unknown }[];
    };
    return Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action, Resource }) =>
      listOf(Action).flatMap((action) =>
        listOf(Resource).map((resource) => ({
          role,
          action: String(action),
          resource: flattened(resource),
        })),
      ),
    );
  });
}
