import { schoolsMeant, schoolsToTry } from "../../domain/text/schools-meant.ts";
import { CommandError } from "./command-error.ts";

/**
 * The schools of a district, or the one that is asked for by id or name.
 * @param isScoped whether the schools are those that a reader may see, and not all of the district
 * @throws CommandError with the schools to try when it has no such school
 */
export function schoolsAsked<S extends { readonly id: string; readonly name: string }>(
  { schools }: { readonly schools: readonly S[] },
  asked: string | undefined,
  isScoped = false,
): readonly S[] {
  if (asked === undefined) return schools;
  const meant = schoolsMeant(schools, asked);
  if (meant.length === 0) {
    throw new CommandError(
      `no school "${asked.slice(0, 80)}" ${isScoped ? "among those you may see" : "in this district"}; ${schoolsToTry(schools, asked)}`,
    );
  }
  return meant;
}
