/** On paper, what is folded lies open: for browsers to which the stylesheet cannot say so yet. */
export function unfoldForPaper(): void {
  let folded: Iterable<HTMLDetailsElement> = [];
  const fold = (open: boolean) => () => {
    if (open) folded = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
    for (const one of folded) one.open = open;
  };
  addEventListener('beforeprint', fold(true));
  addEventListener('afterprint', fold(false));
}
