/**
 * Shows the call-to-action bar once the reader has passed the middle of the article. The middle is measured up to its
 * first form, because forms can make up half of an article. Hides the bar while a form is in sight: it must not
 * cover what the visitor types.
 */
export function showCallToActionBar(): void {
  const bar = document.querySelector<HTMLElement>('[data-bar]');
  const article = document.querySelector('article');
  if (!bar || !article) return;
  const forms = [...document.querySelectorAll('form[data-request]')];
  const update = () => {
    const { top, bottom } = article.getBoundingClientRect();
    const end = forms[0]?.getBoundingClientRect().top ?? bottom;
    bar.hidden = (top + end) / 2 > innerHeight || forms.some(isInSight);
  };
  // Not at load: measuring would force a second layout, which delays a slow phone.
  addEventListener('scroll', update, { passive: true });
  addEventListener('resize', update, { passive: true });
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
