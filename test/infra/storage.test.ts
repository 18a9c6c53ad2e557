import { describe, expect, it } from "vitest";
import { TABLE, recordsKeys } from "../../functions/layout.ts";
import { RECORDS_PREFIXES } from "../../infra/storage/records-bucket.ts";
import { flattened, ofType, synthesized, synthesizedWith } from "./synthesized.ts";

const { storage } = synthesized();
const buckets = ofType(storage, "AWS::S3::Bucket");
const bucket = (name: string) => buckets.find(([id]) => id.startsWith(name))![1].Properties;

describe("storage", () => {
  it.each(buckets)(
    "blocks the public from %s, refuses plain HTTP and outlives the stack",
    (id, resource) => {
      expect(resource.Properties["PublicAccessBlockConfiguration"]).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(resource.DeletionPolicy).toBe("Retain");
      const policy = ofType(storage, "AWS::S3::BucketPolicy").find(
        ([, { Properties }]) => (Properties["Bucket"] as { Ref: string }).Ref === id,
      )![1].Properties["PolicyDocument"] as { Statement: object[] };
      expect(policy.Statement).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
    },
  );

  it("encrypts records, inbox and table with one key that rotates", () => {
    const [id, key] = ofType(storage, "AWS::KMS::Key")[0]!;
    expect(key.Properties).toMatchObject({ EnableKeyRotation: true });
    const arn = { "Fn::GetAtt": [id, "Arn"] };
    for (const name of ["Records", "Inbox"]) {
      expect(JSON.stringify(bucket(name)["BucketEncryption"])).toContain(JSON.stringify(arn));
    }
    const table = ofType(storage, "AWS::DynamoDB::GlobalTable")[0]![1];
    expect((table.Properties["Replicas"] as object[])[0]).toMatchObject({
      SSESpecification: { KMSMasterKeyId: arn },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });

  it("lets what can be made again expire, and keeps what was sent, editions and secrets", () => {
    const { Rules } = bucket("Records")["LifecycleConfiguration"] as {
      Rules: { Prefix?: string; ExpirationInDays?: number }[];
    };
    const expiring = Rules.filter(
      ({ Prefix = "", ExpirationInDays }) =>
        ExpirationInDays !== undefined && !Prefix.startsWith("restricted/"),
    );
    const days = expiring.map(({ Prefix, ExpirationInDays }) => [Prefix, ExpirationInDays]);
    expect(Object.fromEntries(days)).toEqual({
      ...{ "counts/": 90, "previews/": 30, "protected/": 90, "runs/": 30 },
    });
  });

  it("lets files for the state and reports of errors expire, and certificates, statements and secrets never", () => {
    const { storage: ofTwo } = synthesizedWith({
      districts: ["north", "south"].map((id) => ({
        ...{ id, name: id, mandate: "effective-practice" },
        ...{ schedule: "rate(1 day)", timezone: "America/New_York" },
      })),
    });
    const records = ofType(ofTwo, "AWS::S3::Bucket").find(([id]) => id.startsWith("Records"))![1];
    const { Rules } = records.Properties["LifecycleConfiguration"] as {
      Rules: { Prefix?: string; ExpirationInDays?: number }[];
    };
    const expiryOf = (key: string) =>
      Rules.flatMap(({ Prefix = "", ExpirationInDays: days }) =>
        days !== undefined && key.startsWith(Prefix) ? [days] : [],
      );
    for (const district of ["north", "south"]) {
      const file = `${recordsKeys.stateReport(district, "plan-status", "v1")}ab/plan-status.csv`;
      // No file goes before the day that its certificate names.
      expect(expiryOf(file)).toEqual([730]);
      // The 90th day is still one on which it is kept.
      expect(expiryOf(recordsKeys.stateErrors(district, "ab"))).toEqual([91]);
      for (const kept of [
        recordsKeys.certificate(district, "plan-status", "v1"),
        recordsKeys.reportStatements(district, "plan-status"),
        recordsKeys.extractSecret(district, "2021-22"),
        recordsKeys.extract(district, "e1"),
      ]) {
        expect(expiryOf(kept), kept).toEqual([]);
      }
    }
  });

  it("lets nobody change or delete an entry of the access log, whoever asks", () => {
    const [id] = buckets.find(([name]) => name.startsWith("Records"))!;
    const { Statement } = ofType(storage, "AWS::S3::BucketPolicy").find(
      ([, { Properties }]) => (Properties["Bucket"] as { Ref: string }).Ref === id,
    )![1].Properties["PolicyDocument"] as { Statement: Record<string, unknown>[] };
    const denied = Statement.filter(({ Effect, Resource }) => {
      return Effect === "Deny" && flattened(Resource).endsWith("/access-log/*");
    });
    expect(
      denied.map(({ Action, Condition, Principal }) => [Action, Condition, Principal]),
    ).toEqual([
      [
        "s3:PutObject",
        {
          Null: { "s3:if-none-match": "true" },
          Bool: { "s3:ObjectCreationOperation": "true" },
        },
        { AWS: "*" },
      ],
      [["s3:DeleteObject", "s3:DeleteObjectVersion"], undefined, { AWS: "*" }],
    ]);
  });

  it("names a prefix for every key of the records bucket", () => {
    const prefixes = Object.values<string>(RECORDS_PREFIXES);
    for (const key of Object.values<(...parts: string[]) => string>(recordsKeys)) {
      expect(prefixes).toContain(`${key("a", "b", "c").split("/")[0]}/`);
    }
  });

  it("gives the table the keys that the code uses", () => {
    const table = ofType(storage, "AWS::DynamoDB::GlobalTable")[0]![1];
    expect(table.Properties["KeySchema"]).toEqual([
      { AttributeName: TABLE.partition, KeyType: "HASH" },
      { AttributeName: TABLE.sort, KeyType: "RANGE" },
    ]);
    expect(table.Properties["AttributeDefinitions"]).toHaveLength(2);
    expect(table.Properties["GlobalSecondaryIndexes"]).toBeUndefined();
  });
});
