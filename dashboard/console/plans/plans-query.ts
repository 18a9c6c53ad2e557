/** What of an address plans are asked by. It names no student and holds no text. */
export function plansQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of ["school", "counselor"]) {
    const value = address.get(part);
    if (value !== null && value !== "") query.set(part, value);
  }
  return query;
}
