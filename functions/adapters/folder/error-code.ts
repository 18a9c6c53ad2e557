/** The code that Node gives a failed system call, such as `ENOENT`; empty where it gave none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
