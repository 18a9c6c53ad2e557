import { expect } from "vitest";

/** Fails the test unless the answer is of this kind; narrows its type. */
export function expectKind<A extends { readonly kind: string }, K extends A["kind"]>(
  answer: A,
  kind: K,
): Extract<A, { readonly kind: K }> {
  expect(answer).toMatchObject({ kind });
  return answer as Extract<A, { readonly kind: K }>;
}
