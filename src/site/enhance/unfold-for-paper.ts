/** On paper, what is folded lies open: for browsers to which the stylesheet cannot say so yet. */
export const unfoldForPaper = (): void =>
  addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
