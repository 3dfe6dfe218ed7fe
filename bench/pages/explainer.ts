import type { PageTarget } from './target.ts';

const EXPLAINER = '/articles/understanding-intensive-outpatient-treatment';

export const explainerUrl = (url: string): string => url + EXPLAINER;

export const explainerTarget = (site: { url: string; pid: number }): PageTarget => ({
  id: 'explainer',
  name: 'Throughcare, the explainer',
  url: explainerUrl(site.url),
  pids: async () => [site.pid],
  stop: async () => {},
});
