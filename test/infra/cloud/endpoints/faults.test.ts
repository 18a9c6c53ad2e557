import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished } from "vitest";
import { dynamoTable } from "../../../../functions/adapters/table/dynamo-table.ts";
import { type Fault, faultsFor, isWrite, type ServiceRequest } from "./faults.ts";
import { authorityOf } from "../policies/policies.ts";
import { startServices } from "./aws-endpoints.ts";
import { allow, deployedSmall } from "../templates/small-stack.ts";

async function started(...faults: readonly Fault[]) {
  const small = deployedSmall([allow(["s3:*", "dynamodb:*", "kms:*"], "*")]);
  const services = await startServices(small.deployed, authorityOf(small.deployed), {
    faults: faultsFor(7),
  });
  for (const fault of faults) services.faults.add(fault);
  const common = { region: "us-east-2", credentials: services.credentialsOf(small.role) };
  const s3 = (maxAttempts = 3) =>
    new S3Client({ ...common, maxAttempts, endpoint: services.endpoints["AWS_ENDPOINT_URL_S3"]! });
  const dynamo = (maxAttempts = 3) =>
    new DynamoDBClient({
      ...common,
      maxAttempts,
      endpoint: services.endpoints["AWS_ENDPOINT_URL_DYNAMODB"]!,
    });
  onTestFinished(() => services.close());
  const { injected } = services.faults;
  return { ...small, services, injected, s3, dynamo };
}

const putObject = (Bucket: string, Key = "a") => new PutObjectCommand({ Bucket, Key, Body: "abc" });
const putItem = (TableName: string, partition = "a") =>
  new PutItemCommand({ TableName, Item: { partition: { S: partition }, sort: { S: "1" } } });

describe("faults", () => {
  it("throttles with the words of S3, which the SDK tries again", async () => {
    const { open, s3, injected } = await started({ kind: "throttle", when: { nth: 1 } });
    await s3().send(putObject(open.name));
    expect(injected.throttle).toBe(1);
  });

  it("throttles with the words of DynamoDB, which the SDK tries again", async () => {
    const { table, dynamo, injected } = await started({ kind: "throttle", when: { nth: 1 } });
    await dynamo().send(putItem(table.name));
    expect(injected.throttle).toBe(1);
  });

  it("shows the throttling to a client that does not try again", async () => {
    const { open, table, s3, dynamo } = await started({ kind: "throttle", when: { share: 1 } });
    await expect(s3(1).send(putObject(open.name))).rejects.toMatchObject({
      name: "SlowDown",
      $metadata: { httpStatusCode: 503 },
    });
    const names = new Set<string>();
    for (let call = 0; call < 12; call += 1) {
      await dynamo(1)
        .send(putItem(table.name))
        .catch((error: Error) => names.add(error.name));
    }
    expect([...names].sort()).toEqual([
      "ProvisionedThroughputExceededException",
      "ThrottlingException",
    ]);
  });

  it("throttles a share, the same for the same seed", async () => {
    const struck = async (seed: number) => {
      const faults = faultsFor(seed);
      faults.add({ kind: "throttle", when: { share: 0.2 } });
      const request: ServiceRequest = {
        service: "s3",
        operation: "GetObject",
        caller: "",
        place: "",
        key: "",
        items: [],
      };
      const answers: boolean[] = [];
      for (let call = 0; call < 1_000; call += 1)
        answers.push((await faults.before(request)) !== null);
      return answers;
    };
    const first = await struck(1);
    expect(await struck(1)).toEqual(first);
    expect(await struck(2)).not.toEqual(first);
    const share = first.filter(Boolean).length / first.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
  });

  it("fails the n-th call that is meant", async () => {
    const { open, s3, services, injected } = await started({
      kind: "fail",
      of: ({ key }) => key === "b",
      when: { nth: 2 },
    });
    for (const key of ["b", "a", "a"]) await s3(1).send(putObject(open.name, key));
    await expect(s3(1).send(putObject(open.name, "b"))).rejects.toMatchObject({
      name: "InternalError",
    });
    await s3(1).send(putObject(open.name, "b"));
    expect(injected.fail).toBe(1);
    services.faults.clear();
  });

  it("breaks a body off half way", async () => {
    const { open, s3, injected } = await started({ kind: "break-off", when: { nth: 1 } });
    const address = { Bucket: open.name, Key: "a" };
    const Body = Buffer.alloc(100_000, "a");
    await s3().send(new PutObjectCommand({ ...address, Body }));
    const read = async () => {
      const answer = await s3().send(new GetObjectCommand(address));
      return (await answer.Body!.transformToByteArray()).length;
    };
    await expect(read()).rejects.toThrow("aborted");
    expect(await read()).toBe(100_000);
    expect(injected["break-off"]).toBe(1);
  });

  it("hands back a part of a batch, and our writer sends it again", async () => {
    const { table, dynamo, services, injected } = await started({
      kind: "hand-back",
      when: { nth: 1 },
    });
    const items = Array.from({ length: 10 }, (_, n) => ({ partition: "a", sort: `${n}` }));
    await dynamoTable(dynamo(), table.name).putAll(items);
    expect(injected["hand-back"]).toBe(1);
    const page = await services.table(table.name).query({ partition: "a", limit: 100 });
    expect(page.items).toHaveLength(10);
  });

  it("hands back at least one entry and at most all but one", async () => {
    const { table, dynamo, services } = await started({ kind: "hand-back", when: { share: 1 } });
    const write = async (count: number) => {
      const entries = Array.from({ length: count }, (_, n) => ({
        PutRequest: { Item: { partition: { S: "a" }, sort: { S: `${n}` } } },
      }));
      const RequestItems = { [table.name]: entries };
      const { UnprocessedItems } = await dynamo(1).send(
        new BatchWriteItemCommand({ RequestItems }),
      );
      return UnprocessedItems![table.name]!.length;
    };
    expect(await write(2)).toBe(1);
    const page = await services.table(table.name).query({ partition: "a", limit: 100 });
    expect(page.items).toHaveLength(1);
    await expect(write(1)).rejects.toThrow("Rate exceeded");
  });

  it.each([
    ["cut-before", 0],
    ["cut-after", 1],
  ] as const)("cuts the n-th write of S3: %s", async (kind, written) => {
    const seen: (string | null)[] = [];
    const run = ({ key }: ServiceRequest) => void seen.push(key);
    const { open, s3, services } = await started({ kind, of: isWrite, when: { nth: 2 }, run });
    await s3(1).send(putObject(open.name, "a"));
    await s3(1).send(new GetObjectCommand({ Bucket: open.name, Key: "a" }));
    await expect(s3(1).send(putObject(open.name, "b"))).rejects.toThrow();
    expect(seen).toEqual(["b"]);
    const get = services.s3Client().send(new GetObjectCommand({ Bucket: open.name, Key: "b" }));
    expect(
      await get.then(
        () => 1,
        () => 0,
      ),
    ).toBe(written);
  });

  it.each([
    ["cut-before", false],
    ["cut-after", true],
  ] as const)("cuts the n-th write of DynamoDB: %s", async (kind, isWritten) => {
    const { table, dynamo, services } = await started({ kind, of: isWrite, when: { nth: 2 } });
    await dynamo(1).send(putItem(table.name, "a"));
    const Key = { partition: { S: "a" }, sort: { S: "1" } };
    await dynamo(1).send(new GetItemCommand({ TableName: table.name, Key }));
    await expect(dynamo(1).send(putItem(table.name, "b"))).rejects.toThrow();
    const item = await services.table(table.name).get({ partition: "b", sort: "1" });
    expect(item !== null).toBe(isWritten);
  });

  it("pauses a call while something else happens", async () => {
    const { open, s3, services } = await started();
    const address = { Bucket: open.name, Key: "a" };
    services.faults.add({
      kind: "pause",
      when: { nth: 1 },
      run: async () => {
        await services.s3Client().send(new PutObjectCommand({ ...address, Body: "between" }));
      },
    });
    const late = s3(1).send(new PutObjectCommand({ ...address, Body: "late", IfNoneMatch: "*" }));
    await expect(late).rejects.toMatchObject({ name: "PreconditionFailed" });
  });
});
