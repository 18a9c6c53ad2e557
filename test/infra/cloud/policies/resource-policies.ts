import type { Deployed, DeployedResource } from "../templates/deployed.ts";
import { type Statement, statementsOf } from "./policy-document.ts";
import { placeOf } from "./role-policies.ts";

/** The statements of the policy on a resource, by the ARN that a call names. */
export type ResourcePolicies = (resource: string) => readonly Statement[];

/** Types named as policies that are not about who may do what. */
const ABOUT_NO_ACCESS: ReadonlySet<string> = new Set([
  "AWS::CloudFront::CachePolicy",
  "AWS::CloudFront::ResponseHeadersPolicy",
  "AWS::CloudFront::OriginRequestPolicy",
  "AWS::IAM::Policy",
]);

/** For each type: of which resources a policy speaks, by the names that `Ref` gives. */
const ATTACHED: Readonly<Record<string, { type: string; named: (policy: Properties) => unknown }>> =
  {
    "AWS::S3::BucketPolicy": { type: "AWS::S3::Bucket", named: ({ Bucket }) => [Bucket] },
    "AWS::SNS::TopicPolicy": { type: "AWS::SNS::Topic", named: ({ Topics }) => Topics },
    "AWS::SQS::QueuePolicy": { type: "AWS::SQS::Queue", named: ({ Queues }) => Queues },
  };

type Properties = DeployedResource["properties"];

/** @throws Error where a resource is protected in a way that is not understood */
export function resourcePolicies(deployed: Deployed): ResourcePolicies {
  const statements = new Map<string, Statement[]>();
  const add = (arn: string, added: readonly Statement[]): void => {
    statements.set(arn, [...(statements.get(arn) ?? []), ...added]);
  };

  for (const resource of deployed.resources) {
    const { type, properties, arn } = resource;
    const attached = ATTACHED[type];
    if (attached !== undefined) {
      const document = statementsOf(properties["PolicyDocument"], "resource", placeOf(resource));
      for (const name of attached.named(properties) as readonly string[]) {
        add(named(deployed, attached.type, name, placeOf(resource)).arn, document);
      }
    } else if (type === "AWS::KMS::Key") {
      add(arn, statementsOf(properties["KeyPolicy"], "resource", placeOf(resource)));
    } else if (type === "AWS::Lambda::Permission") {
      add(functionOf(deployed, resource), [permission(resource)]);
    } else if (
      (type.endsWith("Policy") && !ABOUT_NO_ACCESS.has(type)) ||
      JSON.stringify(properties).includes('"ResourcePolicy"')
    ) {
      throw new Error(`${placeOf(resource)}: a policy of type ${type} is not understood`);
    }
  }
  return (resource) => statements.get(ownerOf(resource)) ?? [];
}

/** The resource whose policy speaks: the bucket of an object, the function of a version. */
function ownerOf(arn: string): string {
  if (arn.startsWith("arn:aws:s3:::")) return arn.split("/", 1)[0] ?? arn;
  if (arn.startsWith("arn:aws:lambda:")) return arn.split(":").slice(0, 7).join(":");
  return arn;
}

function named(deployed: Deployed, type: string, name: string, place: string): DeployedResource {
  const resource = deployed.ofType(type).find(({ ref }) => ref === name);
  if (resource === undefined) throw new Error(`${place}: speaks of ${name}, which is not there`);
  return resource;
}

function functionOf(deployed: Deployed, permission: DeployedResource): string {
  const name = String(permission.properties["FunctionName"]);
  const resource = deployed
    .ofType("AWS::Lambda::Function")
    .find(({ ref, arn }) => ref === name || arn === ownerOf(name));
  if (resource !== undefined) return resource.arn;
  throw new Error(`${placeOf(permission)}: speaks of ${name}, which is not there`);
}

/** A permission written as the statement that Lambda makes of it. */
function permission(resource: DeployedResource): Statement {
  const { FunctionName, Action, Principal, SourceArn, SourceAccount, ...rest } =
    resource.properties;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Error(`${placeOf(resource)}: ${unknown} is not understood`);
  const principal = String(Principal);
  const [statement] = statementsOf(
    {
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Action,
        Principal: principal.endsWith(".amazonaws.com")
          ? { Service: principal }
          : { AWS: principal },
        // With a qualifier for that version alone; without one for what is called without one.
        Resource: String(FunctionName).startsWith("arn:") ? FunctionName : "*",
        Condition: {
          ...(SourceArn === undefined ? {} : { ArnLike: { "aws:SourceArn": SourceArn } }),
          ...(SourceAccount === undefined
            ? {}
            : { StringEquals: { "aws:SourceAccount": SourceAccount } }),
        },
      },
    },
    "resource",
    placeOf(resource),
  );
  if (statement === undefined) throw new Error(`${placeOf(resource)}: says nothing`);
  return statement;
}
