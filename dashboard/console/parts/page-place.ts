/** The place of an own page that its script draws into. */
export function pagePlace(id: string): HTMLElement {
  const place = document.getElementById(id);
  if (place === null) throw new Error(`the page has no place ${id}`);
  return place;
}
