/** The filters of the log. They are in the address, which names a student only by a key. */
const PARTS = ["from", "until", "staff", "school", "kind", "student"] as const;
export type LogPart = (typeof PARTS)[number];

/** The parts of an address that are of the log, without those that are empty. */
export function logQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of PARTS) {
    const value = address.get(part) ?? "";
    if (value !== "") query.set(part, value);
  }
  return query;
}

/** The same with one filter changed; null removes it. */
export function withPart(
  query: URLSearchParams,
  part: LogPart,
  value: string | null,
): URLSearchParams {
  const next = new URLSearchParams(query);
  next.set(part, value ?? "");
  return logQuery(next);
}
