import {
  BatchWriteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { describe, expect, it, onTestFinished } from "vitest";
import { authorityOf } from "../policies/policies.ts";
import type { ObjectCreated } from "./s3-gateway.ts";
import { startServices } from "./aws-endpoints.ts";
import { allow, arn, deployedSmall, within } from "../templates/small-stack.ts";

const KEY = allow(["kms:Decrypt", "kms:GenerateDataKey"], arn("Key"));

type Statements = Parameters<typeof deployedSmall>[0];

const FIVE = new Date("2022-05-20T05:00:00Z");

/** The services of a small stack at the time of this machine, and clients with the credentials of its role. */
const started = (...statements: Statements) => startedAt(() => new Date(), statements);

async function startedAt(now: () => Date, statements: Statements) {
  const small = deployedSmall(statements);
  const authority = authorityOf(small.deployed);
  const services = await startServices(small.deployed, authority, { now });
  const as = (credentials: { accessKeyId: string; secretAccessKey: string }) => ({
    s3: new S3Client({
      endpoint: services.endpoints["AWS_ENDPOINT_URL_S3"]!,
      region: "us-east-2",
      credentials,
    }),
    dynamo: new DynamoDBClient({
      endpoint: services.endpoints["AWS_ENDPOINT_URL_DYNAMODB"]!,
      region: "us-east-2",
      credentials,
    }),
  });
  const clients = as(services.credentialsOf(small.role));
  onTestFinished(async () => {
    clients.s3.destroy();
    clients.dynamo.destroy();
    await services.close();
  });
  const put = (Bucket: string, Key: string, more = {}) =>
    clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: "abc", ...more }));
  const given = (Bucket: string, Key: string) =>
    services.s3Client().send(new PutObjectCommand({ Bucket, Key, Body: "abc" }));
  return { ...small, authority, services, ...clients, as, put, given };
}

const refused = { name: "AccessDenied", $metadata: { httpStatusCode: 403 } };

describe("S3 under the policies of a role", () => {
  it("reads and writes what it may, and names the call that it may not", async () => {
    const { records, s3, put, role } = await started(
      KEY,
      allow(["s3:GetObject", "s3:PutObject"], within("Records", "raw/*")),
    );
    const address = { Bucket: records.name, Key: "raw/a" };
    await put(records.name, "raw/a");
    const { Body } = await s3.send(new GetObjectCommand(address));
    expect(await Body!.transformToString()).toBe("abc");
    await expect(put(records.name, "raws/a")).rejects.toMatchObject({
      ...refused,
      message: `User: ${role} is not authorized to perform: s3:PutObject on resource: ${records.arn}/raws/a`,
    });
  });

  it("needs the key of the bucket", async () => {
    const { records, open, s3, put, given, authority } = await started(
      allow(["s3:GetObject", "s3:PutObject"], "*"),
    );
    await given(records.name, "a");
    await given(open.name, "a");
    await expect(put(records.name, "b")).rejects.toMatchObject(refused);
    const get = (Bucket: string) => s3.send(new GetObjectCommand({ Bucket, Key: "a" }));
    await expect(get(records.name)).rejects.toMatchObject(refused);
    await get(open.name);
    const denied = authority.journal.filter(({ isAllowed }) => !isAllowed);
    expect(denied.map(({ action }) => action)).toEqual(["kms:GenerateDataKey", "kms:Decrypt"]);
  });

  it("writes only where nothing is, where its policy asks for that", async () => {
    const { open, put, services } = await started(
      allow("s3:PutObject", within("Open", "*"), { Null: { "s3:if-none-match": "false" } }),
    );
    await expect(put(open.name, "a")).rejects.toMatchObject(refused);
    await put(open.name, "a", { IfNoneMatch: "*" });
    await expect(put(open.name, "a", { IfNoneMatch: "*" })).rejects.toMatchObject({
      name: "PreconditionFailed",
    });
    const listed = await services.s3Client().send(new ListObjectsV2Command({ Bucket: open.name }));
    expect(listed.KeyCount).toBe(1);
  });

  it.each([
    ["may list the bucket", allow("s3:ListBucket", arn("Open")), "NoSuchKey", 404],
    [
      "may list a prefix of it",
      allow("s3:ListBucket", arn("Open"), { StringLike: { "s3:prefix": "raw/*" } }),
      "AccessDenied",
      403,
    ],
    ["may not list it", allow("s3:ListBucket", arn("Records")), "AccessDenied", 403],
  ])("learns that a key is missing where it %s", async (_, listing, ofGet, ofHead) => {
    const { open, s3 } = await started(allow("s3:GetObject", within("Open", "*")), listing);
    const address = { Bucket: open.name, Key: "raw/none" };
    await expect(s3.send(new GetObjectCommand(address))).rejects.toMatchObject({ name: ofGet });
    await expect(s3.send(new HeadObjectCommand(address))).rejects.toMatchObject({
      $metadata: { httpStatusCode: ofHead },
    });
  });

  it("lists the prefixes that it may", async () => {
    const { open, s3, given } = await started(
      allow("s3:ListBucket", arn("Open"), { StringLike: { "s3:prefix": "raw/*" } }),
    );
    await given(open.name, "raw/a");
    const list = (Prefix?: string) =>
      s3.send(new ListObjectsV2Command({ Bucket: open.name, Prefix }));
    expect((await list("raw/")).KeyCount).toBe(1);
    for (const prefix of ["raw", "rax/", "", undefined]) {
      await expect(list(prefix)).rejects.toMatchObject(refused);
    }
  });

  it("deletes the keys that it may and hears of each other one", async () => {
    const { open, s3, given, services } = await started(
      allow("s3:DeleteObject", within("Open", "raw/*")),
    );
    const keys = ["raw/a", "kept/a"];
    for (const key of keys) await given(open.name, key);
    const Delete = { Objects: keys.map((Key) => ({ Key })) };
    const { Deleted, Errors } = await s3.send(
      new DeleteObjectsCommand({ Bucket: open.name, Delete }),
    );
    expect(Deleted).toEqual([{ Key: "raw/a" }]);
    expect(Errors).toMatchObject([{ Key: "kept/a", Code: "AccessDenied" }]);
    const { Contents } = await services
      .s3Client()
      .send(new ListObjectsV2Command({ Bucket: open.name }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(["kept/a"]);
  });

  it("uploads in parts where it may also decrypt", async () => {
    const Body = Buffer.alloc(6 * 2 ** 20, "a");
    const upload = async (...actions: readonly string[]) => {
      const { records, s3 } = await started(
        allow(["s3:PutObject", "s3:AbortMultipartUpload"], within("Records", "*")),
        allow(actions, arn("Key")),
      );
      return new Upload({ client: s3, params: { Bucket: records.name, Key: "a", Body } }).done();
    };
    await upload("kms:GenerateDataKey", "kms:Decrypt");
    await expect(upload("kms:GenerateDataKey")).rejects.toMatchObject(refused);
  });

  it("knows nobody but the roles of the stacks", async () => {
    const { open, as, services, deployed } = await started();
    const { s3, dynamo } = as({ accessKeyId: "AKIA0", secretAccessKey: "a" });
    await expect(s3.send(new ListObjectsV2Command({ Bucket: open.name }))).rejects.toMatchObject({
      name: "InvalidAccessKeyId",
    });
    const describe = new DescribeTableCommand({ TableName: "a" });
    await expect(dynamo.send(describe)).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
    const role = `${deployed.one("AWS::IAM::Role", "Role").arn}s`;
    expect(() => services.credentialsOf(role)).toThrow("no stack has the role");
  });

  it("goes by the clock it is given, in its answers and in the dates of objects", async () => {
    const { open, given, services } = await startedAt(() => FIVE, []);
    await given(open.name, "a");
    const client = services.s3Client();
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: open.name }));
    expect(Contents).toMatchObject([{ LastModified: FIVE }]);
    for (const endpoint of Object.values(services.endpoints)) {
      const response = await fetch(endpoint, { method: "POST" });
      expect(response.headers.get("date")).toBe("Fri, 20 May 2022 05:00:00 GMT");
    }
  });

  it("tells of each object that comes to be, and of nothing else", async () => {
    const { open, put, s3, given, services } = await startedAt(
      () => FIVE,
      [
        allow("s3:PutObject", within("Open", "*"), { Null: { "s3:if-match": "true" } }),
        allow("s3:DeleteObject", within("Open", "*")),
      ],
    );
    const told: ObjectCreated[] = [];
    services.onObjectCreated((object) => told.push(object));
    await put(open.name, "a", { IfNoneMatch: "*" });
    await put(open.name, "a", { IfNoneMatch: "*" }).catch(() => null);
    await put(open.name, "a", { IfMatch: "e" }).catch(() => null);
    await s3.send(
      new DeleteObjectsCommand({ Bucket: open.name, Delete: { Objects: [{ Key: "a" }] } }),
    );
    await given(open.name, "b");
    const Body = Buffer.alloc(6 * 2 ** 20, "a");
    await new Upload({ client: s3, params: { Bucket: open.name, Key: "c", Body } }).done();
    const time = FIVE;
    const etag = '"900150983cd24fb0d6963f7d28e17f72"';
    expect(told).toEqual([
      { bucket: open.name, key: "a", etag, size: 3, time, reason: "PutObject" },
      { bucket: open.name, key: "b", etag, size: 3, time, reason: "PutObject" },
      expect.objectContaining({ key: "c", size: 6 * 2 ** 20, reason: "CompleteMultipartUpload" }),
    ]);
  });
});

describe("DynamoDB under the policies of a role", () => {
  const item = (partition: string) => ({ partition: { S: partition }, sort: { S: "1" } });
  const ours = { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["plan#ours#*"] } };
  const rights = (...actions: readonly string[]) =>
    allow(
      actions.map((action) => `dynamodb:${action}`),
      arn("Table"),
      ours,
    );
  const denied = { name: "AccessDeniedException", $metadata: { httpStatusCode: 400 } };

  it("reads and writes the keys of its district and of no other", async () => {
    const { dynamo, table, services } = await started(KEY, rights("PutItem", "Query"));
    const TableName = table.name;
    const put = (partition: string) =>
      dynamo.send(new PutItemCommand({ TableName, Item: item(partition) }));
    const query = (partition: string) =>
      dynamo.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "#p = :p",
          ExpressionAttributeNames: { "#p": "partition" },
          ExpressionAttributeValues: { ":p": { S: partition } },
        }),
      );
    await put("plan#ours#1");
    await expect(put("plan#ours")).rejects.toMatchObject(denied);
    await expect(put("plan#theirs#1")).rejects.toMatchObject(denied);
    expect((await query("plan#ours#1")).Items).toEqual([item("plan#ours#1")]);
    await expect(query("plan#theirs#1")).rejects.toMatchObject(denied);
    const key = { partition: "plan#theirs#1", sort: "1" };
    expect(await services.table(TableName).get(key)).toBeNull();
    await expect(dynamo.send(new ScanCommand({ TableName }))).rejects.toMatchObject(denied);
  });

  it("writes nothing of a batch with one foreign key", async () => {
    const { dynamo, table, services } = await started(KEY, rights("BatchWriteItem"));
    const write = (...partitions: readonly string[]) =>
      dynamo.send(
        new BatchWriteItemCommand({
          RequestItems: {
            [table.name]: partitions.map((name) => ({ PutRequest: { Item: item(name) } })),
          },
        }),
      );
    await expect(write("plan#ours#1", "plan#theirs#1")).rejects.toMatchObject(denied);
    const get = () => services.table(table.name).get({ partition: "plan#ours#1", sort: "1" });
    expect(await get()).toBeNull();
    await write("plan#ours#1", "plan#ours#2");
    expect(await get()).toEqual({ partition: "plan#ours#1", sort: "1" });
  });

  it("scans past a condition on leading keys where the action is granted, as on AWS", async () => {
    const { dynamo, table } = await started(KEY, rights("Scan"));
    await dynamo.send(new ScanCommand({ TableName: table.name }));
  });

  it("needs the key of the table, and a table that is there", async () => {
    const { dynamo, table } = await started(allow("dynamodb:*", arn("Table")));
    const put = (TableName: string) =>
      dynamo.send(new PutItemCommand({ TableName, Item: item("a") }));
    await expect(put(table.name)).rejects.toMatchObject({
      ...denied,
      message: expect.stringContaining("kms:Decrypt"),
    });
    await expect(put("None")).rejects.toMatchObject(denied);
  });
});
