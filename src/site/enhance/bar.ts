/**
 * Shows the bar at the foot of a long article once half of it has been read, or of what stands before its
 * first form: many forms can be half of an article. Takes it away while a form is in sight, which says the
 * same: the bar must not cover what is typed.
 */
export function followWithBar(): void {
  const bar = document.querySelector<HTMLElement>('[data-bar]');
  const article = document.querySelector('article');
  if (!bar || !article) return;
  const forms = [...document.querySelectorAll('form[data-request]')];
  const update = () => {
    const { top, bottom } = article.getBoundingClientRect();
    const end = forms[0]?.getBoundingClientRect().top ?? bottom;
    bar.hidden = (top + end) / 2 > innerHeight || forms.some(isInSight);
  };
  // Not before: to ask where things are while the page loads would lay it out twice, and hold up a slow phone.
  addEventListener('scroll', update, { passive: true });
  addEventListener('resize', update, { passive: true });
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
