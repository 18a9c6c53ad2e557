/** The account and the region in which the stacks are deployed for a test. */
export const ACCOUNT = "123456789012";
export const REGION = "us-east-2";

/** How CloudFormation speaks of one resource. */
export interface PhysicalNames {
  readonly ref: string;
  readonly arn: string;
  /** What `Fn::GetAtt` gives, by the name of the attribute. */
  readonly attributes: Readonly<Record<string, string>>;
}

interface Naming {
  /** The property by which a template chooses the name itself. */
  readonly nameProperty?: string;
  names(name: string): PhysicalNames;
}

/** The property of a type by which a template may name the resource, or null where it has none. */
export function namePropertyOf(type: string): string | null {
  return NAMINGS[type]?.nameProperty ?? null;
}

/** Names a resource as CloudFormation does; a type without an entry has no attributes. */
export function physicalNames(type: string, name: string): PhysicalNames {
  const naming = NAMINGS[type];
  if (naming !== undefined) return naming.names(name);
  const [, service = "", kind = ""] = type.split("::");
  const arn = arnOf(service.toLowerCase(), `${kind.toLowerCase()}/${name}`);
  return { ref: name, arn, attributes: {} };
}

const arnOf = (service: string, rest: string, region = REGION, account = ACCOUNT): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

/** A resource that `Ref` gives the name of, and `Fn::GetAtt` the ARN. */
const byName =
  (arn: (name: string) => string, more: (name: string) => Record<string, string> = () => ({})) =>
  (name: string): PhysicalNames => ({
    ref: name,
    arn: arn(name),
    attributes: { Arn: arn(name), ...more(name) },
  });

/** A resource that `Ref` gives the ARN of. */
const byArn =
  (arn: (name: string) => string, attributes: (name: string) => Record<string, string>) =>
  (name: string): PhysicalNames => ({
    ref: arn(name),
    arn: arn(name),
    attributes: attributes(name),
  });

const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
const tableArn = (name: string): string => arnOf("dynamodb", `table/${name}`);
const machineArn = (name: string): string => arnOf("states", `stateMachine:${name}`);
const topicArn = (name: string): string => arnOf("sns", name);

const NAMINGS: Readonly<Record<string, Naming>> = {
  "AWS::S3::Bucket": {
    nameProperty: "BucketName",
    names: byName(bucketArn, (name) => ({
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${REGION}.amazonaws.com`,
    })),
  },
  "AWS::DynamoDB::GlobalTable": { nameProperty: "TableName", names: byName(tableArn) },
  "AWS::DynamoDB::Table": { nameProperty: "TableName", names: byName(tableArn) },
  "AWS::IAM::Role": {
    nameProperty: "RoleName",
    names: byName((name) => arnOf("iam", `role/${name}`, "")),
  },
  "AWS::KMS::Key": {
    names: byName(
      (name) => arnOf("kms", `key/${name}`),
      (name) => ({ KeyId: name }),
    ),
  },
  "AWS::KMS::Alias": {
    nameProperty: "AliasName",
    names: (name) => ({ ref: name, arn: arnOf("kms", name), attributes: {} }),
  },
  "AWS::Lambda::Function": {
    nameProperty: "FunctionName",
    names: byName((name) => arnOf("lambda", `function:${name}`)),
  },
  "AWS::Logs::LogGroup": {
    nameProperty: "LogGroupName",
    names: byName((name) => arnOf("logs", `log-group:${name}:*`)),
  },
  "AWS::StepFunctions::StateMachine": {
    nameProperty: "StateMachineName",
    names: byArn(machineArn, (name) => ({ Arn: machineArn(name), Name: name })),
  },
  "AWS::SNS::Topic": {
    nameProperty: "TopicName",
    names: byArn(topicArn, (name) => ({ TopicArn: topicArn(name), TopicName: name })),
  },
  "AWS::SQS::Queue": {
    nameProperty: "QueueName",
    names(name) {
      const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
      const arn = arnOf("sqs", name);
      return { ref: url, arn, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
    },
  },
  "AWS::Scheduler::Schedule": {
    nameProperty: "Name",
    names: byName((name) => arnOf("scheduler", `schedule/default/${name}`)),
  },
  "AWS::Scheduler::ScheduleGroup": {
    nameProperty: "Name",
    names: byName((name) => arnOf("scheduler", `schedule-group/${name}`)),
  },
  "AWS::Events::Rule": {
    nameProperty: "Name",
    names: byName((name) => arnOf("events", `rule/${name}`)),
  },
  "AWS::CloudWatch::Alarm": {
    nameProperty: "AlarmName",
    names: byName((name) => arnOf("cloudwatch", `alarm:${name}`)),
  },
  "AWS::CloudWatch::CompositeAlarm": {
    nameProperty: "AlarmName",
    names: byName((name) => arnOf("cloudwatch", `alarm:${name}`)),
  },
  "AWS::CloudFront::Distribution": {
    names: (name) => ({
      ref: name,
      arn: arnOf("cloudfront", `distribution/${name}`, ""),
      attributes: { DomainName: `${name.toLowerCase()}.cloudfront.net`, Id: name },
    }),
  },
  "AWS::CloudFront::Function": {
    names(name) {
      const arn = arnOf("cloudfront", `function/${name}`, "");
      return { ref: arn, arn, attributes: { FunctionARN: arn } };
    },
  },
  "AWS::CloudFront::OriginAccessControl": {
    names: (name) => ({
      ref: name,
      arn: arnOf("cloudfront", `origin-access-control/${name}`, ""),
      attributes: { Id: name },
    }),
  },
};
