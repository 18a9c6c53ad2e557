/** Changes with any change of how records are read or laid out: everything is then read again. */
export const CONFORM_VERSION = 16;
