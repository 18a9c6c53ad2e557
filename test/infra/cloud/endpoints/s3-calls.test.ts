import { describe, expect, it } from "vitest";
import { s3Calls, s3Operation } from "./s3-calls.ts";
import { deployedSmall } from "../templates/small-stack.ts";

const { deployed, role, records, open } = deployedSmall([]);

function callsOf(method: string, path: string, headers: Record<string, string> = {}, body = "") {
  const request = { method, url: path, headers, body: Buffer.from(body) };
  const operation = s3Operation(request);
  if (operation === null) return null;
  const bucket = deployed.ofType("AWS::S3::Bucket").find(({ ref }) => ref === operation.bucket)!;
  const { before, onceFound, perKey } = s3Calls(operation, request, role, bucket, deployed);
  const short = ({ action, resource }: { action: string; resource: string }) =>
    `${action} ${resource.slice(resource.lastIndexOf(":") + 1).replace(/^key.*/, "key")}`;
  return {
    name: operation.name,
    before: before.map(short),
    onceFound: onceFound.map(short),
    perKey: Object.values(perKey).map(short),
    context: before[0]?.context,
  };
}

const data = "kms:GenerateDataKey key";
const decrypt = "kms:Decrypt key";
const object = `${records.name}/a/b`;

describe("s3Calls", () => {
  it.each([
    ["GET", "", "GetObject", [`s3:GetObject ${object}`], [decrypt]],
    ["HEAD", "", "HeadObject", [`s3:GetObject ${object}`], []],
    ["PUT", "?x-id=PutObject", "PutObject", [`s3:PutObject ${object}`, data], []],
    ["DELETE", "", "DeleteObject", [`s3:DeleteObject ${object}`], []],
    ["POST", "?uploads", "CreateMultipartUpload", [`s3:PutObject ${object}`, data, decrypt], []],
    [
      "PUT",
      "?partNumber=1&uploadId=u",
      "UploadPart",
      [`s3:PutObject ${object}`, data, decrypt],
      [],
    ],
    [
      "POST",
      "?uploadId=u",
      "CompleteMultipartUpload",
      [`s3:PutObject ${object}`, data, decrypt],
      [],
    ],
    ["DELETE", "?uploadId=u", "AbortMultipartUpload", [`s3:AbortMultipartUpload ${object}`], []],
    ["GET", "?uploadId=u", "ListParts", [`s3:ListMultipartUploadParts ${object}`], []],
  ])("of %s of a key with %s is %s", (method, query, name, before, onceFound) => {
    expect(callsOf(method, `/${records.name}/a/b${query}`)).toMatchObject({
      name,
      before,
      onceFound,
    });
  });

  it("asks for no key where the bucket has none, and to decrypt the checksum where it is asked for", () => {
    expect(callsOf("PUT", `/${open.name}/a`)?.before).toEqual([`s3:PutObject ${open.name}/a`]);
    const headers = { "x-amz-checksum-mode": "ENABLED" };
    expect(callsOf("HEAD", `/${records.name}/a`, headers)?.onceFound).toEqual([decrypt]);
  });

  it.each([
    [
      "PUT",
      "",
      { "if-none-match": "*" },
      { "s3:if-none-match": "*", "s3:objectcreationoperation": "true" },
    ],
    [
      "PUT",
      "",
      { "if-match": '"e"' },
      { "s3:if-match": '"e"', "s3:objectcreationoperation": "true" },
    ],
    ["PUT", "", {}, { "s3:objectcreationoperation": "true" }],
    [
      "POST",
      "?uploadId=u",
      { "if-none-match": "*" },
      { "s3:if-none-match": "*", "s3:objectcreationoperation": "true" },
    ],
    ["POST", "?uploads", {}, { "s3:objectcreationoperation": "false" }],
    ["PUT", "?partNumber=1&uploadId=u", {}, { "s3:objectcreationoperation": "false" }],
  ])("tells of %s%s with %j what it is conditional on", (method, query, headers, context) => {
    expect(
      callsOf(method, `/${open.name}/a${query}`, headers as Record<string, string>)?.context,
    ).toEqual({
      "aws:securetransport": "true",
      ...context,
    });
  });

  it.each([
    ["", {}],
    ["&prefix=", { "s3:prefix": "" }],
    ["&prefix=a%2F&max-keys=1", { "s3:prefix": "a/", "s3:max-keys": "1" }],
  ])("tells the prefix of a list only where one is sent: %s", (query, context) => {
    const calls = callsOf("GET", `/${records.name}/?list-type=2${query}`);
    expect(calls?.before).toEqual([`s3:ListBucket ${records.name}`]);
    expect(calls?.context).toEqual({ "aws:securetransport": "true", ...context });
  });

  it("asks for each key that is to be deleted", () => {
    const body =
      "<Delete><Object><Key>a</Key></Object><Object><Key>b&amp;&#x41;</Key></Object></Delete>";
    const calls = callsOf("POST", `/${records.name}?delete`, {}, body);
    expect(calls?.before).toEqual([]);
    expect(calls?.perKey).toEqual([
      `s3:DeleteObject ${records.name}/a`,
      `s3:DeleteObject ${records.name}/b&A`,
    ]);
  });

  it.each([
    ["GET", "/b/a?versionId=1", {}],
    ["PUT", "/b/a", { "x-amz-copy-source": "/b/c" }],
    ["PUT", "/b/a", { "x-amz-tagging": "a=b" }],
    ["GET", "/b?versions", {}],
    ["PATCH", "/b/a", {}],
  ])("does not understand %s %s with %j", (method, path, headers) => {
    expect(callsOf(method, path, headers as Record<string, string>)).toBeNull();
  });
});
