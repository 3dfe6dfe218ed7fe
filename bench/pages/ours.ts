import type { Target } from './target.ts';

const EXPLAINER = '/articles/understanding-intensive-outpatient-treatment';

export const explainerOf = (url: string): string => url + EXPLAINER;

export const explainer = (site: { url: string; pid: number }): Target => ({
  id: 'explainer',
  name: 'Throughcare, the explainer',
  url: explainerOf(site.url),
  pids: async () => [site.pid],
  stop: async () => {},
});
