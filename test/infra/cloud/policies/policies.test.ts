import { describe, expect, it } from "vitest";
import type { StackTemplate } from "../templates/deploy.ts";
import { AccessDenied } from "../templates/deployed.ts";
import { authorityOf } from "./policies.ts";
import { allow, arn, deny, deployedSmall, ROOT, within } from "../templates/small-stack.ts";

function authority(
  statements: Parameters<typeof deployedSmall>[0],
  more?: StackTemplate["Resources"],
) {
  const small = deployedSmall(statements, more);
  const decided = authorityOf(small.deployed);
  const may = (action: string, resource: string, context = {}) =>
    decided.allows({ principal: small.role, action, resource, context });
  return { ...small, ...decided, authority: decided, may };
}

const policy = (type: string, properties: object, statements: readonly object[]) => ({
  Type: type,
  Properties: {
    ...properties,
    PolicyDocument: { Version: "2012-10-17", Statement: statements },
  },
});

describe("the policies of a role", () => {
  it.each([
    ["raw/a", true],
    ["raw/", true],
    ["raw/a/b", true],
    ["raw", false],
    ["Raw/a", false],
    ["xraw/a", false],
  ])("allow what their pattern covers, to the character: %s", (key, isAllowed) => {
    const { may, records } = authority([allow("s3:GetObject", within("Records", "raw/*"))]);
    expect(may("s3:GetObject", `${records.arn}/${key}`)).toBe(isAllowed);
  });

  it("know actions by pattern and in any case, and allow no other", () => {
    const { may, records } = authority([
      allow(["s3:Get*", "S3:PUTOBJECT"], within("Records", "*")),
    ]);
    expect(may("s3:GetObject", `${records.arn}/a`)).toBe(true);
    expect(may("s3:PutObject", `${records.arn}/a`)).toBe(true);
    expect(may("s3:DeleteObject", `${records.arn}/a`)).toBe(false);
    expect(may("s3:PutObjectAcl", `${records.arn}/a`)).toBe(false);
  });

  it("deny before they allow", () => {
    const { may, records } = authority([
      allow("s3:*", "*"),
      deny("s3:DeleteObject", within("Records", "kept/*")),
    ]);
    expect(may("s3:DeleteObject", `${records.arn}/kept/a`)).toBe(false);
    expect(may("s3:DeleteObject", `${records.arn}/kept`)).toBe(true);
  });

  it("tie the leading keys of a table to one district", () => {
    const condition = {
      "ForAllValues:StringLike": {
        "dynamodb:LeadingKeys": ["ledger#grand-bend", "plan#grand-bend#*"],
      },
    };
    const { may, table } = authority([allow("dynamodb:PutItem", arn("Table"), condition)]);
    const put = (...keys: readonly string[]) =>
      may("dynamodb:PutItem", table.arn, { "dynamodb:LeadingKeys": keys });
    expect(put("ledger#grand-bend")).toBe(true);
    expect(put("ledger#grand-bend", "plan#grand-bend#1")).toBe(true);
    expect(put("ledger#grand-bend-2")).toBe(false);
    expect(put("ledger#grand-bend", "plan#other#1")).toBe(false);
  });

  it("are those of that role alone", () => {
    const other = {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: arn("Role") } },
          ],
        },
      },
    };
    const small = authority([allow("s3:ListBucket", arn("Open"))], { Other: other });
    const list = { action: "s3:ListBucket", resource: small.open.arn };
    const others = small.deployed.one("AWS::IAM::Role", "Other").arn;
    expect(small.allows({ principal: small.role, ...list })).toBe(true);
    expect(small.allows({ principal: others, ...list })).toBe(false);
  });

  it("may stand in the role itself", () => {
    const {
      authority: decided,
      deployed,
      open,
    } = authority([], {
      Inline: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              { ...allow("sts:AssumeRole", undefined), Principal: { Service: "a.amazonaws.com" } },
            ],
          },
          Policies: [
            {
              PolicyName: "inline",
              PolicyDocument: {
                Version: "2012-10-17",
                Statement: allow("s3:ListBucket", arn("Open")),
              },
            },
          ],
        },
      },
    });
    const principal = deployed.one("AWS::IAM::Role", "Inline").arn;
    const call = { principal, action: "s3:ListBucket", resource: open.arn };
    expect(decided.allows(call)).toBe(true);
    expect(decided.allows({ ...call, resource: `${open.arn}x` })).toBe(false);
  });
});

describe("the policies of a resource", () => {
  it("deny a role what its own policies allow", () => {
    const { may, open } = authority([allow("s3:*", "*")], {
      OpenPolicy: policy("AWS::S3::BucketPolicy", { Bucket: { Ref: "Open" } }, [
        {
          ...deny("s3:*", [arn("Open"), within("Open", "*")], {
            Bool: { "aws:SecureTransport": "false" },
          }),
          Principal: { AWS: "*" },
        },
      ]),
    });
    expect(may("s3:GetObject", `${open.arn}/a`)).toBe(true);
    expect(may("s3:GetObject", `${open.arn}/a`, { "aws:SecureTransport": "false" })).toBe(false);
  });

  it("allow a role by its name, and leave the decision to its own policies where they name the account", () => {
    const named = (Principal: unknown) =>
      authority([], {
        OpenPolicy: policy("AWS::S3::BucketPolicy", { Bucket: { Ref: "Open" } }, [
          { ...allow("s3:GetObject", within("Open", "*")), Principal },
        ]),
      });
    const byRole = named({ AWS: arn("Role") });
    expect(byRole.may("s3:GetObject", `${byRole.open.arn}/a`)).toBe(true);
    const byAccount = named(ROOT);
    expect(byAccount.may("s3:GetObject", `${byAccount.open.arn}/a`)).toBe(false);
  });

  it("allow a service on the conditions they name", () => {
    const { authority: decided, deployed } = authority([], {
      Topic: { Type: "AWS::SNS::Topic" },
      Other: { Type: "AWS::SNS::Topic" },
      TopicPolicy: policy("AWS::SNS::TopicPolicy", { Topics: [{ Ref: "Topic" }] }, [
        {
          ...allow(
            "sns:Publish",
            { Ref: "Topic" },
            { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          ),
          Principal: { Service: "cloudwatch.amazonaws.com" },
        },
      ]),
    });
    const publish = (principal: string, id: string, account?: string) =>
      decided.allows({
        principal,
        action: "sns:Publish",
        resource: deployed.one("AWS::SNS::Topic", id).arn,
        ...(account === undefined ? {} : { context: { "aws:sourceaccount": account } }),
      });
    expect(publish("cloudwatch.amazonaws.com", "Topic", "123456789012")).toBe(true);
    expect(publish("cloudwatch.amazonaws.com", "Topic", "123456789013")).toBe(false);
    expect(publish("cloudwatch.amazonaws.com", "Topic")).toBe(false);
    expect(publish("events.amazonaws.com", "Topic", "123456789012")).toBe(false);
    expect(publish("cloudwatch.amazonaws.com", "Other", "123456789012")).toBe(false);
  });

  it("let a rule invoke a function by a permission", () => {
    const rule = "arn:aws:events:us-east-2:123456789012:rule/uploads";
    const { authority: decided, deployed } = authority([], {
      Handler: { Type: "AWS::Lambda::Function" },
      Permission: {
        Type: "AWS::Lambda::Permission",
        Properties: {
          Action: "lambda:InvokeFunction",
          FunctionName: arn("Handler"),
          Principal: "events.amazonaws.com",
          SourceArn: rule,
        },
      },
    });
    const invoke = (source: string) =>
      decided.allows({
        principal: "events.amazonaws.com",
        action: "lambda:InvokeFunction",
        resource: deployed.one("AWS::Lambda::Function", "Handler").arn,
        context: { "aws:sourcearn": source },
      });
    expect(invoke(rule)).toBe(true);
    expect(invoke(`${rule}s`)).toBe(false);
  });

  it("open a key to a role only where the key names it or leaves it to the account", () => {
    const keyed = (id: string, statement: object) => ({
      [id]: {
        Type: "AWS::KMS::Key",
        Properties: { KeyPolicy: { Version: "2012-10-17", Statement: [statement] } },
      },
    });
    const { may, deployed, key } = authority([allow("kms:Decrypt", "*")], {
      ...keyed("Closed", { ...allow("kms:*", "*"), Principal: { Service: "logs.amazonaws.com" } }),
      ...keyed("Named", { ...allow("kms:Encrypt", "*"), Principal: { AWS: arn("Role") } }),
    });
    const of = (id: string) => deployed.one("AWS::KMS::Key", id).arn;
    expect(may("kms:Decrypt", key)).toBe(true);
    expect(may("kms:Encrypt", key)).toBe(false);
    expect(may("kms:Decrypt", of("Closed"))).toBe(false);
    expect(may("kms:Encrypt", of("Named"))).toBe(true);
    expect(may("kms:Decrypt", of("Named"))).toBe(false);
  });
});

describe("authorityOf", () => {
  it("lets a service act as a role that trusts it, on the conditions of the trust", () => {
    const trust = {
      ...allow("sts:AssumeRole", undefined, {
        ArnLike: { "aws:SourceArn": "arn:aws:states:*:*:stateMachine:*" },
      }),
      Principal: { Service: "states.amazonaws.com" },
    };
    const { mayAssume, deployed, role } = authority([], {
      Run: {
        Type: "AWS::IAM::Role",
        Properties: { AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [trust] } },
      },
    });
    const run = deployed.one("AWS::IAM::Role", "Run").arn;
    const from = (source: string) => ({ "aws:SourceArn": source });
    const machine = "arn:aws:states:us-east-2:123456789012:stateMachine:Run";
    expect(mayAssume("lambda.amazonaws.com", role)).toBe(true);
    expect(mayAssume("states.amazonaws.com", role)).toBe(false);
    expect(mayAssume("states.amazonaws.com", run, from(machine))).toBe(true);
    expect(mayAssume("states.amazonaws.com", run, from(machine.replace("Machine", "")))).toBe(
      false,
    );
    expect(mayAssume("states.amazonaws.com", run)).toBe(false);
  });

  it("keeps what it checked, refused or not, and nothing it was merely asked", () => {
    const { authority: decided, role, open } = authority([allow("s3:ListBucket", arn("Open"))]);
    const call = { principal: role, action: "s3:ListBucket", resource: open.arn };
    decided.check(call);
    expect(() => decided.check({ ...call, action: "s3:GetObject" })).toThrow(AccessDenied);
    decided.allows(call);
    expect(decided.journal.map(({ action, isAllowed }) => [action, isAllowed])).toEqual([
      ["s3:ListBucket", true],
      ["s3:GetObject", false],
    ]);
  });

  it("does not decide for a role that is in no stack", () => {
    const { may, authority: decided, role } = authority([]);
    expect(may("s3:GetObject", "arn:aws:s3:::a/b")).toBe(false);
    const call = { principal: `${role}x`, action: "s3:GetObject", resource: "arn:aws:s3:::a/b" };
    expect(() => decided.allows(call)).toThrow("no stack has the role");
  });

  it.each([
    [{ NotAction: "s3:*", Effect: "Allow", Resource: "*" }, "NotAction is not understood"],
    [{ Action: "s3:*", Effect: "Allow", NotResource: "*" }, "NotResource is not understood"],
    [{ ...allow("s3:*", "*"), NotPrincipal: "*" }, "NotPrincipal is not understood"],
    [{ ...allow("s3:*", "*"), Effect: "allow" }, "effect allow is not understood"],
    [allow("s3:*", "arn:aws:s3:::a/${aws:username}"), "variable in"],
    [{ ...allow("s3:*", "*"), Principal: "*" }, "expected a principal nowhere"],
    [{ Effect: "Allow", Action: "s3:*" }, "a statement names no resource"],
  ])("refuses %j by the name of the policy", (statement, message) => {
    expect(() => authority([statement])).toThrow(`Small/Rights: ${message}`);
  });

  it.each([
    [{ ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }, "ManagedPolicyArns"],
    [{ PermissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess" }, "PermissionsBoundary"],
  ])("refuses a role with %j", (properties, message) => {
    const Role = { Type: "AWS::IAM::Role", Properties: properties };
    expect(() => authority([], { Other: Role })).toThrow(`Small/Other: ${message}`);
  });

  it.each([
    [{ Principal: { Federated: "a" } }, "principal Federated a"],
    [{ Principal: { AWS: "arn:aws:iam::123456789012:role/a*" } }, "principal AWS"],
    [{}, "expected a principal everywhere"],
  ])("refuses a statement over a bucket with %j", (principal, message) => {
    const statement = { ...allow("s3:*", within("Open", "*")), ...principal };
    const Bucket = { Bucket: { Ref: "Open" } };
    const OpenPolicy = policy("AWS::S3::BucketPolicy", Bucket, [statement]);
    expect(() => authority([], { OpenPolicy })).toThrow(`Small/OpenPolicy: ${message}`);
  });

  it("refuses a resource policy of a type it does not know", () => {
    const Bus = policy("AWS::Events::EventBusPolicy", {}, []);
    expect(() => authority([], { Bus })).toThrow("Small/Bus: a policy of type");
  });
});
