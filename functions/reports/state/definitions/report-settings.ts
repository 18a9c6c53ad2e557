/** What a district has set of itself for reports to its state: codes that no export has. No student is in it. */
export interface ReportSettings {
  /** By name, such as "aun" or "stateLeaId". */
  readonly district: { readonly [name in DistrictCode]?: string };
  /** The identifier that the state gave each school, by the school's own id. */
  readonly schools: { readonly [school: string]: string };
}

export const NO_REPORT_SETTINGS: ReportSettings = { district: {}, schools: {} };

/** Codes of a district that a report may ask for, with what each is. */
export const DISTRICT_CODES = {
  aun: "Pennsylvania's administrative unit number of the district, 9 digits",
  stateLeaId: "the identifier that the state gave the district",
  stateFips: "the state's FIPS code, 2 digits",
  stateAbbreviation: "the state's postal abbreviation, 2 letters",
  edOrgId: "the district's Ed-Fi education organization id",
} as const;
export type DistrictCode = keyof typeof DISTRICT_CODES;

const FORMS: { readonly [code in DistrictCode]: RegExp } = {
  aun: /^\d{9}$/,
  stateLeaId: /^[\x21-\x7e]{1,14}$/,
  stateFips: /^\d{2}$/,
  stateAbbreviation: /^[A-Z]{2}$/,
  edOrgId: /^\d{1,18}$/,
};

export const isDistrictCode = (name: string): name is DistrictCode =>
  Object.hasOwn(DISTRICT_CODES, name);

/** @throws Error in words for who typed it, where it does not have the form of the code */
export function districtCode(code: DistrictCode, value: string): string {
  if (!FORMS[code].test(value))
    throw new Error(`${code} is expected to be ${DISTRICT_CODES[code]}`);
  return value;
}

/** @throws Error in words for who typed it, where it is longer than any state's or holds blanks */
export function schoolCode(value: string): string {
  if (!/^[\x21-\x7e]{1,20}$/.test(value)) {
    throw new Error(
      "a school's state identifier is expected to be up to 20 characters without blanks",
    );
  }
  return value;
}
