/** Whether an edition that came out at an instant is older, now, than it should grow. */
export const isStale = (publishedAt: string, staleAfterDays: number, now: number): boolean =>
  now - Date.parse(publishedAt) > staleAfterDays * 86_400_000;
