import { describe, expect, it, onTestFinished } from "vitest";
import { patientDynamo, patientS3 } from "../../../functions/adapters/aws/aws-clients.ts";
import { dynamoTable } from "../../../functions/adapters/table/dynamo-table.ts";
import { s3Store } from "../../../functions/adapters/aws/s3-store.ts";
import { isTransient } from "../../../functions/adapters/aws/transient-error.ts";
import {
  ACCESS_DENIED,
  dynamoError,
  SLOW_DOWN,
  startFaultyProxy,
  type Fault,
} from "../../support/stores/faulty-proxy.ts";

const TWICE = { attempts: 2, firstWaitMs: 1, longestWaitMs: 1 };
const AWS = { region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };
const QUICK = { requestHandler: { connectionTimeout: 100, socketTimeout: 100 } };

/** An error that the SDK has thrown, and how often it had sent the call. */
interface Thrown {
  readonly error: unknown;
  readonly attempts: number;
}

async function thrownAt(
  fault: Fault,
  call: (endpoint: string) => Promise<unknown>,
): Promise<Thrown> {
  const proxy = await startFaultyProxy("http://127.0.0.1", () => fault);
  onTestFinished(() => proxy.close());
  const error = await thrown(call(proxy.endpoint));
  return { error, attempts: proxy.requests.length };
}
const thrown = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

const ofS3 = (fault: Fault): Promise<Thrown> =>
  thrownAt(fault, (endpoint) => {
    const client = patientS3({ ...AWS, ...QUICK, endpoint }, TWICE);
    onTestFinished(() => client.destroy());
    return s3Store(client, "records").put("a", new Uint8Array(1));
  });

const ofDynamo = (fault: Fault): Promise<Thrown> =>
  thrownAt(fault, (endpoint) => {
    const client = patientDynamo({ ...AWS, ...QUICK, endpoint }, TWICE);
    onTestFinished(() => client.destroy());
    return dynamoTable(client, "table").put({ partition: "p", sort: "s" });
  });

const inS3 = (code: string, status: number): Fault => ({
  ...SLOW_DOWN,
  status,
  body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

describe("isTransient", () => {
  it.each<[string, string, Fault]>([
    ["SlowDown", "SlowDown", SLOW_DOWN],
    ["an internal error", "InternalError", inS3("InternalError", 500)],
    ["a broken connection", "TimeoutError", "reset"],
    ["no answer", "TimeoutError", "silence"],
  ])("is true of S3's %s", async (_, name, fault) => {
    const { error, attempts } = await ofS3(fault);
    expect(error).toMatchObject({ name });
    expect(attempts).toBe(2);
    expect(isTransient(error)).toBe(true);
    expect(isTransient(new Error("school A-1 failed", { cause: error }))).toBe(true);
    const deep = new Error("measure", { cause: new Error("school", { cause: error }) });
    expect(isTransient(deep)).toBe(true);
  });

  it.each<[string, Fault]>([
    ["ThrottlingException", dynamoError("ThrottlingException")],
    [
      "ProvisionedThroughputExceededException",
      dynamoError("ProvisionedThroughputExceededException"),
    ],
    ["InternalServerError", dynamoError("InternalServerError", 500)],
    ["TimeoutError", "silence"],
  ])("is true of DynamoDB's %s", async (name, fault) => {
    const { error, attempts } = await ofDynamo(fault);
    expect(error).toMatchObject({ name });
    expect(attempts).toBe(2);
    expect(isTransient(error)).toBe(true);
  });

  it("is true where nobody listens", async () => {
    const client = patientS3({ ...AWS, endpoint: "http://127.0.0.1:1" }, TWICE);
    onTestFinished(() => client.destroy());
    const error = await thrown(s3Store(client, "records").size("a"));
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
    expect(isTransient(error)).toBe(true);
  });

  it.each<[string, () => Promise<Thrown>]>([
    ["S3's AccessDenied", () => ofS3(ACCESS_DENIED)],
    ["a bucket that is not there", () => ofS3(inS3("NoSuchBucket", 404))],
    ["DynamoDB's AccessDeniedException", () => ofDynamo(dynamoError("AccessDeniedException"))],
    ["DynamoDB's ValidationException", () => ofDynamo(dynamoError("ValidationException"))],
  ])("is false of %s", async (_, errorOf) => {
    const { error, attempts } = await errorOf();
    expect(error).toBeInstanceOf(Error);
    expect(attempts).toBe(1);
    expect(isTransient(error)).toBe(false);
    expect(isTransient(new Error("school A-1 failed", { cause: error }))).toBe(false);
  });

  it("is false of our own errors, of other values, and of a cause that goes in a circle", () => {
    const circle = new Error("a");
    circle.cause = new Error("b", { cause: circle });
    for (const error of [new Error("SlowDown"), new TypeError("x"), circle, null, "SlowDown", {}]) {
      expect(isTransient(error)).toBe(false);
    }
  });

  it("is true of a batch of which a service took nothing for long", () => {
    const error = Object.assign(new Error("key was not deleted"), { code: "SlowDown" });
    expect(isTransient(error)).toBe(true);
    expect(isTransient(Object.assign(error, { code: "AccessDenied" }))).toBe(false);
  });

  // What the SDK sends again is what passes: the two agree on each name.
  it.each([
    ...["SlowDown", "Throttling", "ThrottlingException", "RequestLimitExceeded"],
    ...["TooManyRequestsException", "ProvisionedThroughputExceededException", "RequestTimeout"],
    ...["BandwidthLimitExceeded", "RequestThrottled", "ValidationException", "AccessDenied"],
    ...["ConditionalCheckFailedException", "NoSuchKey", "ExpiredToken", "EntityTooLarge"],
  ])("says the same as the SDK of %s", async (name) => {
    const { error, attempts } = await ofS3(inS3(name, 400));
    expect(error).toMatchObject({ name });
    expect(isTransient(error)).toBe(attempts === 2);
  });

  it.each<[string, boolean]>([
    ...["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"].map(
      (code): [string, boolean] => [code, true],
    ),
    ...["ENOENT", "EACCES", "ENOSPC"].map((code): [string, boolean] => [code, false]),
  ])("of a system call that ended with %s is %s", (code, expected) => {
    expect(isTransient(Object.assign(new Error("x"), { code }))).toBe(expected);
  });
});
