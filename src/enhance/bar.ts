/**
 * Shows the bar at the foot of a long article once half of it has been read, and takes it away while
 * a form is in sight: it says the same, and must not cover what is typed.
 */
export function followWithBar(): void {
  const bar = document.querySelector<HTMLElement>('[data-bar]');
  const article = document.querySelector('article');
  if (!bar || !article) return;
  const forms = [...document.querySelectorAll('form[data-request]')];
  const update = () => {
    const { top, height } = article.getBoundingClientRect();
    const half = top + height / 2 < innerHeight;
    bar.hidden = !half || forms.some(isInSight);
  };
  addEventListener('scroll', update, { passive: true });
  addEventListener('resize', update, { passive: true });
  // To ask where things are before the page is laid out would hold it up.
  new IntersectionObserver(update).observe(article);
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
