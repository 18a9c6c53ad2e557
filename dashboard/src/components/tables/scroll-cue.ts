/**
 * Lets a table scroll sideways, and shows on which side there is more by a shadow that the
 * stylesheet draws. The keyboard reaches the table only if it can be scrolled.
 */
export function withScrollCue(scroller: HTMLElement, label: string): void {
  const update = (): void => {
    const { scrollLeft, scrollWidth, clientWidth, scrollHeight, clientHeight } = scroller;
    const isWider = scrollWidth > clientWidth + 1;
    scroller.toggleAttribute("data-before", isWider && scrollLeft > 1);
    scroller.toggleAttribute("data-after", isWider && scrollLeft + clientWidth < scrollWidth - 1);
    if (isWider || scrollHeight > clientHeight + 1) {
      scroller.tabIndex = 0;
      scroller.setAttribute("role", "region");
      scroller.setAttribute("aria-label", label);
      return;
    }
    for (const name of ["tabindex", "role", "aria-label"]) scroller.removeAttribute(name);
  };
  scroller.addEventListener("scroll", update, { passive: true });
  const observer = new ResizeObserver(update);
  observer.observe(scroller);
  for (const child of scroller.children) observer.observe(child);
}
