import { Readable } from "node:stream";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished } from "vitest";
import { startS3Server } from "./s3-server.ts";

async function started() {
  const server = await startS3Server("records");
  onTestFinished(() => server.close());
  const put = (input: Partial<PutObjectCommandInput>) =>
    server.client.send(new PutObjectCommand({ Bucket: "records", Key: "a", ...input }));
  return { server, put };
}

describe("s3-server", () => {
  it("takes a stream out of its chunks and holds it to the checksum in the trailer", async () => {
    const { server, put } = await started();
    const body = Buffer.alloc(300_000, "0123456789");
    await put({ Body: Readable.from([body]), ContentLength: body.length });
    const answer = await server.client.send(new GetObjectCommand({ Bucket: "records", Key: "a" }));
    expect(Buffer.from(await answer.Body!.transformToByteArray()).equals(body)).toBe(true);
  });

  it.each(["ChecksumSHA1", "ChecksumSHA256", "ChecksumCRC32"])(
    "refuses a body whose %s is wrong",
    async (checksum) => {
      const { put } = await started();
      await expect(put({ Body: "abc", [checksum]: "AAAAAA==" })).rejects.toThrow("BadDigest");
    },
  );

  it("refuses a trailer that does not fit its body", async () => {
    const { server } = await started();
    const response = await fetch(`${server.endpoint}/records/a`, {
      method: "PUT",
      headers: {
        "content-encoding": "aws-chunked",
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "x-amz-trailer": "x-amz-checksum-crc32",
      },
      body: "3\r\nabc\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("BadDigest");
  });

  it("deletes at most a thousand keys in one call, and says which unless it is to be quiet", async () => {
    const { server, put } = await started();
    const deleted = (keys: readonly string[], Quiet: boolean) => {
      const Objects = keys.map((Key) => ({ Key }));
      const Delete = { Objects, Quiet };
      return server.client.send(new DeleteObjectsCommand({ Bucket: "records", Delete }));
    };
    for (const Key of ["a", "b"]) await put({ Key, Body: "abc" });
    expect((await deleted(["a", "none"], false)).Deleted).toEqual([{ Key: "a" }, { Key: "none" }]);
    expect((await deleted(["b"], true)).Deleted).toBeUndefined();
    expect(server.bucket("records").keys("", "")).toEqual([]);
    const tooMany = Array.from({ length: 1_001 }, (_, n) => `${n}`);
    await expect(deleted(tooMany, true)).rejects.toThrow("MalformedXML");
  });

  it("says what it does not do", async () => {
    const { server, put } = await started();
    await expect(put({ Body: "abc", ChecksumAlgorithm: "CRC32C" })).rejects.toThrow();
    const response = await fetch(`${server.endpoint}/records?versions`);
    expect(response.status).toBe(501);
  });
});
