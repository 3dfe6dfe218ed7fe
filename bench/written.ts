/** Figures as people read them. */
export const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
export const rate = (value: number) => Math.round(value).toLocaleString('en-US');
export const times = (value: number) => `${value.toFixed(2)} ×`;
export const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** A table in Markdown; columns are figures, but for the first. */
export const tableOf = (heads: string[], rows: (string | number)[][]): string =>
  [heads, heads.map((_, n) => (n === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
