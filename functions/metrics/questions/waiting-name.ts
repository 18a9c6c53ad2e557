/** What is said of a requirement beside its name. */
interface Named {
  readonly name: string;
  readonly kind: string;
  /** See `thingAsked`. */
  readonly thing: string;
}

/**
 * The name of a requirement beside what is missing or overdue under it. Of a plan that is missing, "A plan is
 * open" would say the opposite: where one requirement alone asks for a plan, it is said of the plan.
 * @param requirements all of the mandate
 */
export const waitingName = (
  { name, kind, thing }: Named,
  requirements: readonly Pick<Named, "kind">[],
): string =>
  kind === "plan" && requirements.filter((other) => other.kind === "plan").length === 1
    ? thing
    : name;
