import type { RejectReason } from "../../domain/records/reject.ts";

/** OneRoster allows 255 characters for a GUID. */
export const LONGEST_ID = 255;
/** What an identifier must not hold besides: line breaks, and marks that turn the direction of what is shown. */
const NOT_IN_ID = /[\n\t\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** 1.23E+15: a spreadsheet took the identifier for a number and threw digits away. */
const MANGLED = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** Why a text cannot be an identifier; null where it can. */
export function identifierFault(value: string): RejectReason | null {
  if (value.length > LONGEST_ID) return "identifier-too-long";
  if (NOT_IN_ID.test(value)) return "unreadable-characters";
  return MANGLED.test(value) ? "identifier-mangled" : null;
}
