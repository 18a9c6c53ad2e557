/** What tells one exemption or attestation about a student from another, on the page and in the record of it. */
export const statementKey = (of: {
  readonly kind: "exemption" | "attestation";
  readonly requirement: string;
  readonly from: string;
  readonly by: string;
}): string => [of.kind, of.requirement, of.from, of.by].join(" ");
