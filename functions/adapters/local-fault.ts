/**
 * What is wrong with the disk or the table of one machine while a command works, in words and with what
 * to do; null for any other fault, which says itself what it is.
 * @param data the data folder
 */
export function localFault(error: unknown, data: string): string | null {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code = "", message = "" } = Object(cause) as { code?: string; message?: string };
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return `there is no space left on the disk of the data folder ${data}: free some, then run the same command again. What was published before is unchanged`;
    case "EROFS":
      return `the disk of the data folder ${data} can only be read: make it writable, then run the same command again`;
    default:
      return /^Corruption:/.test(message)
        ? `the table in the data folder ${data} is damaged (${message}): restore the data folder from a backup, or move its folder items away and run "ilp ingest" with all exports: the table is made again, without the pseudonyms of earlier research extracts`
        : null;
  }
}
