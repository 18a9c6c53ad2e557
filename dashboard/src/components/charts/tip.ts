/**
 * Shows more about a mark while the pointer or the keyboard's focus is on it, and until Escape. What it
 * shows is in the accessible name of the mark too, so that it is read once and not twice.
 */
export function withTip(mark: HTMLElement, more: HTMLElement): void {
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.setAttribute("aria-hidden", "true");
  tip.hidden = true;
  tip.append(more);
  mark.append(tip);
  mark.tabIndex = 0;
  const show = (): void => {
    tip.hidden = false;
  };
  const hide = (): void => {
    tip.hidden = true;
  };
  mark.addEventListener("pointerenter", show);
  mark.addEventListener("pointerleave", () => {
    if (document.activeElement !== mark) hide();
  });
  mark.addEventListener("focus", show);
  mark.addEventListener("blur", hide);
  mark.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
