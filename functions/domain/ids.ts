/**
 * Identifiers are text, always: leading zeros are kept and nothing is guessed into a number.
 * The brands keep a student's number from being passed where a school's is meant.
 */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type StudentId = Brand<string, "StudentId">;
export type SchoolId = Brand<string, "SchoolId">;
export type DistrictId = Brand<string, "DistrictId">;
export type PlanId = Brand<string, "PlanId">;

export const studentId = (text: string): StudentId => text as StudentId;
export const schoolId = (text: string): SchoolId => text as SchoolId;
export const planId = (text: string): PlanId => text as PlanId;

/**
 * A district's id names folders, object keys and addresses, so it is lower-case letters, digits
 * and hyphens only.
 * @throws Error when the text is anything else
 */
export function districtId(text: string): DistrictId {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(text)) {
    throw new Error(
      `district id "${text.slice(0, 80)}" must be lower-case letters, digits and hyphens, such as grand-bend`,
    );
  }
  return text as DistrictId;
}
