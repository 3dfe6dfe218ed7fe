/** Opens all `details` before printing, for browsers that do not support the print stylesheet's `::details-content`. */
export const openDetailsForPrint = (): void =>
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
