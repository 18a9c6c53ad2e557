/** What of an address the week is asked by. It names no student. */
export function weekQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const part of ["school", "counselor", "perDay"]) {
    const value = address.get(part);
    if (value !== null && value !== "") query.set(part, value);
  }
  return query;
}
