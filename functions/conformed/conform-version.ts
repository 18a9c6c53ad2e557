/** Raise it with any change in how records are read or stored: everything is then read again. */
export const CONFORM_VERSION = 27;
