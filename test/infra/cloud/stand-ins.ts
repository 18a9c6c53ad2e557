import type {
  Authority,
  Call,
  Deployed,
  DeployedResource,
  Services,
} from "./templates/deployed.ts";
import { AccessDenied } from "./templates/deployed.ts";

const ACCOUNT = "us-east-2:111122223333";

/** A deployed resource by its type, its id and its properties; its ARN has the id as its name. */
export function resource(
  type: string,
  id: string,
  properties: Readonly<Record<string, unknown>> = {},
): DeployedResource {
  const arn = ARNS[type]?.(id) ?? `arn:aws:other:${ACCOUNT}:${id}`;
  return { stack: "Test", id, type, properties, dependsOn: [], ref: arn, arn };
}

const ARNS: Readonly<Record<string, (id: string) => string>> = {
  "AWS::Lambda::Function": (id) => `arn:aws:lambda:${ACCOUNT}:function:${id}`,
  "AWS::StepFunctions::StateMachine": (id) => `arn:aws:states:${ACCOUNT}:stateMachine:${id}`,
  "AWS::IAM::Role": (id) => roleArn(id),
  "AWS::SQS::Queue": (id) => `arn:aws:sqs:${ACCOUNT}:${id}`,
  "AWS::SNS::Topic": (id) => `arn:aws:sns:${ACCOUNT}:${id}`,
  "AWS::Events::Rule": (id) => `arn:aws:events:${ACCOUNT}:rule/${id}`,
  "AWS::CloudWatch::Alarm": (id) => `arn:aws:cloudwatch:${ACCOUNT}:alarm:${id}`,
};

export const roleArn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

export function deployedOf(...resources: readonly DeployedResource[]): Deployed {
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  return {
    resources,
    ofType,
    one(type, idBegins) {
      const [resource, ...more] = ofType(type).filter(({ id }) => id.startsWith(idBegins));
      if (resource === undefined || more.length > 0) throw new Error(`not one ${type} ${idBegins}`);
      return resource;
    },
    byArn: (arn) => resources.find((resource) => resource.arn === arn) ?? null,
    outputs: {},
  };
}

/** Allows every call but those that the test refuses. */
export function authorityBut(isRefused: (call: Call) => boolean = () => false): Authority {
  const journal: (Call & { isAllowed: boolean })[] = [];
  const allows = (call: Call) => {
    const isAllowed = !isRefused(call);
    journal.push({ ...call, isAllowed });
    return isAllowed;
  };
  return {
    withhold: () => () => undefined,
    journal,
    allows,
    mayAssume: () => true,
    check(call) {
      if (!allows(call)) throw new AccessDenied(call);
    },
  };
}

/** Services of which the access key of a role is the name of the role. */
export function servicesAt(endpoints: Readonly<Record<string, string>> = {}): Services {
  return {
    endpoints,
    credentialsOf: (arn) => ({
      accessKeyId: arn.split("/").at(-1) ?? "",
      secretAccessKey: "secret",
    }),
    close: () => Promise.resolve(),
  };
}
