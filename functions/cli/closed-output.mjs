/**
 * Imported first by each command: decides what happens if nobody reads the output any more, as in
 * `ilp worklist | head`. The command then finishes its work without a message, and its exit code
 * says how the work ended: it is no mistake that a reader has seen enough, and an ingest must not
 * stop halfway. Output that cannot be written for another reason, such as a full disk, is reported
 * with exit code 1. This is plain JavaScript, since it runs before anything is built.
 */

/**
 * Codes of errors that say that the pipe has no reader, the terminal is gone, or the stream has
 * ended.
 */
const GONE = new Set(["EPIPE", "EIO", "EOF", "ECONNRESET", "ERR_STREAM_DESTROYED"]);

let isLost = false;

process.stdout.on("error", (error) => {
  const code = "code" in error ? String(error.code) : "unknown";
  if (GONE.has(code) || isLost) return;
  isLost = true;
  process.stderr.write(`ilp: what was to be printed could not be written whole (${code})\n`);
});
// When the error output cannot be written there is nobody left to tell.
process.stderr.on("error", () => undefined);
process.on("exit", (code) => {
  if (isLost && code === 0) process.exitCode = 1;
});
