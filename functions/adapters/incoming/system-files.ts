/** What operating systems and Office write beside files, and nobody sends on purpose. */
const OF_SYSTEMS =
  /^(?:\..*|~\$.*|__MACOSX|(?:eh)?thumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information)$/i;

/** Whether a file or folder of this name is no file of the sender's: hidden, or of the system. */
export const isOfSystem = (name: string): boolean => OF_SYSTEMS.test(name);
