import "../../../../functions/adapters/aws/sdk-notice.ts";
import { S3Client } from "@aws-sdk/client-s3";
import type { Services } from "../templates/deployed.ts";
import type { Execution } from "./execution.ts";

const clients = new WeakMap<Services, Map<string, S3Client>>();

/** A client with the credentials of the role of a machine, so that its policies decide. */
export function s3Of(
  services: Services,
  { roleArn, machineArn }: Pick<Execution, "roleArn" | "machineArn">,
): S3Client {
  const ofServices = clients.get(services) ?? new Map<string, S3Client>();
  clients.set(services, ofServices);
  const cached = ofServices.get(roleArn);
  if (cached !== undefined) return cached;
  const endpoint = services.endpoints["AWS_ENDPOINT_URL_S3"];
  if (endpoint === undefined) throw new Error("the services have no endpoint for S3");
  const client = new S3Client({
    region: machineArn.split(":")[3] ?? "",
    endpoint,
    credentials: services.credentialsOf(roleArn),
  });
  ofServices.set(roleArn, client);
  return client;
}

/** Ends the connections of all clients of these services. */
export function closeS3Of(services: Services): void {
  for (const client of clients.get(services)?.values() ?? []) client.destroy();
  clients.delete(services);
}
