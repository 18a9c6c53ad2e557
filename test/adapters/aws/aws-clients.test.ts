import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished } from "vitest";
import { patientDynamo, patientS3 } from "../../../functions/adapters/aws/aws-clients.ts";
import { dynamoTable } from "../../../functions/adapters/table/dynamo-table.ts";
import { s3Store } from "../../../functions/adapters/aws/s3-store.ts";
import {
  ACCESS_DENIED,
  dynamoError,
  share,
  SLOW_DOWN,
  startFaultyProxy,
  type Fault,
  type ProxiedRequest,
} from "../../support/stores/faulty-proxy.ts";
import { startS3Server } from "../../support/stores/s3-server.ts";
import { bytes } from "../object-store.contract.ts";

const SHORT = { attempts: 12, firstWaitMs: 1, longestWaitMs: 10 };
/** So many requests that the SDK's own client, which counts its retries, gives up under the same throttling. */
const MANY = 800;
const AWS = { region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } };

/** S3 behind faults, and a store over a client of ours. */
async function faultyS3(faultOf: (request: ProxiedRequest) => Fault, patience = SHORT) {
  const server = await startS3Server("records");
  const proxy = await startFaultyProxy(server.endpoint, faultOf);
  const client = patientS3({ ...AWS, endpoint: proxy.endpoint }, patience);
  onTestFinished(async () => {
    client.destroy();
    await proxy.close();
    await server.close();
  });
  return { server, proxy, store: s3Store(client, "records") };
}

/** DynamoDB that answers one fault after another, then gives an empty answer. */
async function faultyDynamo(...faults: Fault[]) {
  const left = [...faults];
  const empty = { status: 200, body: "{}" };
  const proxy = await startFaultyProxy("http://127.0.0.1", () =>
    left.length > 0 ? left.shift()! : empty,
  );
  const client = patientDynamo({ ...AWS, endpoint: proxy.endpoint }, SHORT);
  onTestFinished(async () => {
    client.destroy();
    await proxy.close();
  });
  return { proxy, client, table: dynamoTable(client, "table") };
}

/** So many numbers worked through, 40 at once. */
async function each(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 40 }, worker));
}

describe("patientS3", () => {
  it(`loses no put of ${MANY} and no get of 100 while 40 % of attempts are throttled`, async () => {
    const isHit = share(0.4, "night");
    const { proxy, store } = await faultyS3((request) => (isHit(request) ? SLOW_DOWN : null));
    await each(MANY, (n) => store.put(`a/${n}`, bytes(`${n}`)));
    await each(100, async (n) => {
      expect(await store.get(`a/${n}`)).toEqual(bytes(`${n}`));
    });
    expect(proxy.requests.length).toBeGreaterThan(1.5 * MANY);
  }, 60_000);

  it("gives up after its attempts where all are throttled", async () => {
    const { proxy, store } = await faultyS3(() => SLOW_DOWN);
    await expect(store.put("a", bytes("x"))).rejects.toMatchObject({
      name: "SlowDown",
      $metadata: { attempts: 12 },
    });
    expect(proxy.requests).toHaveLength(12);
  });

  it("asks once where it is refused", async () => {
    const { proxy, store } = await faultyS3(() => ACCESS_DENIED);
    await expect(store.put("a", bytes("x"))).rejects.toThrow("Access Denied");
    expect(proxy.requests).toHaveLength(1);
  });

  it("asks again where the connection breaks, before the answer or within it", async () => {
    let calls = 0;
    const { proxy, server, store } = await faultyS3(() => {
      calls += 1;
      return calls <= 2 ? "reset" : calls <= 4 ? "half" : null;
    });
    server.bucket("records").put("a", Buffer.alloc(300_000, "x"), "text/plain", false);
    expect(await store.get("a")).toEqual(bytes("x".repeat(300_000)));
    expect(proxy.requests).toHaveLength(5);
  });

  it("streams each byte once where the connection breaks within the body, and not the bytes of two objects", async () => {
    let calls = 0;
    const lengths: number[] = [];
    const { server, store } = await faultyS3(() => ((calls += 1) <= 3 ? "half" : null));
    const body = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
    const put = (what: Buffer) => server.bucket("records").put("a", what, "text/plain", false);
    put(body);
    const chunks: Uint8Array[] = [];
    for await (const chunk of store.stream("a")) chunks.push(chunk);
    expect(Buffer.compare(Buffer.concat(chunks), body)).toBe(0);
    expect(calls).toBe(4);

    calls = 2;
    const read = async () => {
      for await (const chunk of store.stream("a")) {
        if (lengths.push(chunk.length) === 1) put(Buffer.alloc(300_000, "y"));
      }
    };
    await expect(read()).rejects.toThrow("aborted");
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(150_000);

    calls = -10;
    put(body);
    await expect(read()).rejects.toThrow("aborted");
    expect(calls).toBe(-6);
  });

  it("takes its own object for written where the answer to the put was lost", async () => {
    let calls = 0;
    const { server, store } = await faultyS3(({ method }) =>
      method === "PUT" && (calls += 1) === 1 ? "lost" : null,
    );
    // The server has written it when the connection breaks, and refuses the put that is sent again.
    expect(await store.putIfAbsent("a", bytes("x"))).toBe(true);
    expect(calls).toBe(2);
    const { tag } = (await store.getTagged("a"))!;
    calls = 0;
    expect(await store.putIfTag("a", bytes("y"), tag)).toBe(true);
    expect(calls).toBe(2);
    expect(server.bucket("records").get("a").body.toString()).toBe("y");
    // Another writer's object is not its own, however often the put was sent.
    calls = 0;
    expect(await store.putIfTag("a", bytes("z"), tag)).toBe(false);
  });

  it("waits as long as it is asked to, up to its longest wait", async () => {
    let calls = 0;
    const asked = { ...SLOW_DOWN, headers: { ...SLOW_DOWN.headers, "retry-after": "1" } };
    const faultOf = () => ((calls += 1) === 1 ? asked : null);
    const { store } = await faultyS3(faultOf, { ...SHORT, longestWaitMs: 5_000 });
    const before = Date.now();
    await store.put("a", bytes("x"));
    expect(Date.now() - before).toBeGreaterThan(900);
    expect(Date.now() - before).toBeLessThan(4_000);
  });

  it("tries again the keys that S3 does not delete for now, and no other", async () => {
    let calls = 0;
    const slow = (key: string, code: string) =>
      `<Error><Key>${key}</Key><Code>${code}</Code><Message>later</Message></Error>`;
    const { proxy, store } = await faultyS3(({ url }) => {
      if (!url.includes("delete") || (calls += 1) > 1) return null;
      const errors = slow("b", "SlowDown") + slow("c", "InternalError");
      return { status: 200, body: `<DeleteResult>${errors}</DeleteResult>` };
    });
    for (const key of ["b", "c"]) await store.put(key, bytes("x"));
    await store.delete(["a", "b", "c"]);
    expect(await store.list("")).toEqual([]);
    const sent = proxy.requests.filter(({ url }) => url.includes("delete"));
    expect(sent.map(({ body }) => [...body.matchAll(/<Key>(.)</g)].map(([, key]) => key))).toEqual([
      ["a", "b", "c"],
      ["b", "c"],
    ]);
  });
});

describe("the SDK's own client", () => {
  it("runs out of tokens under the same throttling, which ours does not count", async () => {
    const server = await startS3Server("records");
    const isHit = share(0.4, "night");
    const proxy = await startFaultyProxy(server.endpoint, (request) =>
      isHit(request) ? SLOW_DOWN : null,
    );
    const backoff = { computeNextBackoffDelay: () => 1, setDelayBase: () => undefined };
    const client = new S3Client({ ...AWS, endpoint: proxy.endpoint, maxAttempts: 12 });
    const strategy = (await client.config.retryStrategy()) as unknown as {
      retryBackoffStrategy: unknown;
    };
    strategy.retryBackoffStrategy = backoff;
    onTestFinished(async () => {
      client.destroy();
      await proxy.close();
      await server.close();
    });
    const store = s3Store(client, "records");
    const work = each(MANY, (n) => store.put(`a/${n}`, bytes(`${n}`)));
    await expect(work).rejects.toMatchObject({ name: "SlowDown" });
  }, 60_000);
});

describe("patientDynamo", () => {
  it.each(["ThrottlingException", "ProvisionedThroughputExceededException"])(
    "tries %s again",
    async (name) => {
      const { proxy, table } = await faultyDynamo(dynamoError(name), dynamoError(name));
      expect(await table.get({ partition: "p", sort: "s" })).toBeNull();
      expect(proxy.requests).toHaveLength(3);
    },
  );

  it.each(["AccessDeniedException", "ValidationException", "ResourceNotFoundException"])(
    "asks once where the answer is %s",
    async (name) => {
      const { proxy, client } = await faultyDynamo(dynamoError(name));
      const Key = { partition: { S: "p" }, sort: { S: "s" } };
      const get = client.send(new GetItemCommand({ TableName: "table", Key }));
      await expect(get).rejects.toMatchObject({ name });
      expect(proxy.requests).toHaveLength(1);
    },
  );

  it("does not multiply the tries of a batch by those of its calls", async () => {
    const throttled = Array.from({ length: 200 }, () => dynamoError("ThrottlingException"));
    const { proxy, table } = await faultyDynamo(...throttled);
    await expect(table.putAll([{ partition: "p", sort: "s" }])).rejects.toMatchObject({
      name: "ThrottlingException",
    });
    expect(proxy.requests).toHaveLength(12);
  });

  it("takes its own item for written where the answer to the swap was lost", async () => {
    const item = { partition: "p", sort: "s", holder: "us" };
    const stored = (holder: string) => ({
      status: 200,
      body: JSON.stringify({
        Item: { partition: { S: "p" }, sort: { S: "s" }, holder: { S: holder } },
      }),
    });
    const failed = dynamoError("ConditionalCheckFailedException");
    const ours = await faultyDynamo("reset", failed, stored("us"));
    expect(await ours.table.swap(item, null)).toBe(true);
    const theirs = await faultyDynamo("reset", failed, stored("them"));
    expect(await theirs.table.swap(item, null)).toBe(false);
    const atFirst = await faultyDynamo(failed, stored("us"));
    expect(await atFirst.table.swap(item, null)).toBe(false);
  });
});
