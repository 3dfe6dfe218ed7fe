// Figures for people, without units unless stated.

export const formatMs = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
export const formatRate = (value: number) => Math.round(value).toLocaleString('en-US');
export const formatRatio = (value: number) => `${value.toFixed(2)} ×`;
export const formatKilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** Formats a table in Markdown. All columns but the first are aligned right, for figures. */
export const formatTable = (heads: string[], rows: (string | number)[][]): string =>
  [heads, heads.map((_, n) => (n === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
