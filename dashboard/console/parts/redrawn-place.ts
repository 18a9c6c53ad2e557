import { withQuery } from "../asking/with-query.js";
import { cannotBeShown } from "./cannot-be-shown.js";

/**
 * A part of a page that is drawn again with each change of the address. The last request is drawn,
 * whichever answer comes first; a filter that was used keeps the focus.
 * @param partsOf asks, and returns what to draw; filters call `again` with the next address
 */
export function redrawnPlace(
  place: HTMLElement,
  partsOf: (
    query: URLSearchParams,
    again: (query: URLSearchParams) => void,
  ) => Promise<readonly Node[]>,
): void {
  let drawing = 0;
  let drawn = "";
  // Moving to a part of the page is a step of the address too, and needs no request.
  addEventListener("popstate", () => {
    if (location.search !== drawn) void draw(false);
  });
  void draw(false);

  function again(query: URLSearchParams): void {
    history.pushState(null, "", withQuery(location.pathname, query));
    void draw(true);
  }

  async function draw(isFilterUsed: boolean): Promise<void> {
    const own = ++drawing;
    drawn = location.search;
    place.dataset["state"] = "loading";
    place.setAttribute("aria-busy", "true");
    const [state, parts] = await partsOf(new URLSearchParams(location.search), again).then(
      (made) => ["ready", made] as const,
      (error: unknown) => ["failed", [failed(error)]] as const,
    );
    if (own !== drawing) return;
    const focused = focusedLabel();
    place.replaceChildren(...parts);
    if (isFilterUsed) focusLabel(focused);
    place.dataset["state"] = state;
    place.removeAttribute("aria-busy");
  }

  function focusedLabel(): string {
    return document.activeElement?.closest("label")?.firstChild?.textContent ?? "";
  }

  function focusLabel(text: string): void {
    const label = [...place.querySelectorAll("label")].find(
      ({ firstChild }) => firstChild?.textContent === text,
    );
    label?.querySelector<HTMLElement>("select, input")?.focus();
  }
}

const failed = (error: unknown): HTMLElement =>
  cannotBeShown(error, { address: location.pathname, words: "Begin without a filter" });
