import { fileURLToPath } from "node:url";
import {
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type FunctionAssociation,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/** The file of this folder, run by CloudFront on each request or response of a behavior. */
export function edgeFunction(
  scope: Construct,
  name: string,
  file: string,
  eventType: FunctionEventType,
): FunctionAssociation {
  const code = FunctionCode.fromFile({
    filePath: fileURLToPath(new URL(file, import.meta.url)),
  });
  const runtime = FunctionRuntime.JS_2_0;
  return { eventType, function: new Function(scope, name, { code, runtime }) };
}
