import { join } from "node:path";
import { type Duration, RemovalPolicy, type Size, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  Function,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { ENVIRONMENT, type HandlerName } from "../../functions/layout.ts";
import type { DistrictSurroundings } from "./district-surroundings.ts";

/**
 * The Lambda function of one handler for one district. It may write its own logs and traces;
 * everything else must be granted.
 */
export function handlerFunction(
  scope: Construct,
  name: HandlerName,
  { bundles, operations, district }: DistrictSurroundings,
  size: {
    readonly memorySize: number;
    readonly timeout: Duration;
    readonly ephemeralStorageSize?: Size;
  },
): Function {
  const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const logGroup = new LogGroup(scope, `${id}Logs`, {
    retention: RetentionDays.THREE_MONTHS,
    encryptionKey: operations.key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // A role of its own, since the role that CDK would make can write to every log group.
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
  });
  logGroup.grantWrite(role);
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::*]",
    reason: "X-Ray takes no named resource; a test holds the rest to names",
  });
  return new Function(scope, id, {
    code: Code.fromAsset(join(bundles, name), { exclude: ["*.map"] }),
    handler: "index.handler",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    ...size,
    environment: { [ENVIRONMENT.district]: district.id },
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    tracing: Tracing.ACTIVE,
  });
}
