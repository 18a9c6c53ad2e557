/** What was asked cannot be done: the message says why and what to do, for the person who asked. It repeats no value of a student. */
export class NotPossible extends Error {}
