/** What the reader has chosen. It lives in the address, which names no student. */
export interface Asked {
  /** Empty until a school is chosen. */
  readonly school: string;
  /** Null for every counselor; the empty text is students of whom no plan names one. */
  readonly counselor: string | null;
  readonly need: string | null;
}

export const askedFrom = (query: URLSearchParams): Asked => ({
  school: query.get("school") ?? "",
  counselor: query.get("counselor"),
  need: query.get("need"),
});

export function queryOf({ school, counselor, need }: Asked): URLSearchParams {
  const query = new URLSearchParams({ school });
  if (counselor !== null) query.set("counselor", counselor);
  if (need !== null) query.set("need", need);
  return query;
}
