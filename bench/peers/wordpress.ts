import type { PageTarget } from '../pages/target.ts';
import { findRigTarget, pidsOf, type Rig, stopSystem } from './rig.ts';

/**
 * Starts WordPress behind nginx's cache, where pages are fresh for an hour.
 * @throws Error if WordPress is not installed
 */
export async function startWordPress(rig: Rig): Promise<PageTarget[]> {
  const { label, base, article } = findRigTarget(rig, 'wordpress', 'wordpress-cached');
  await rig.systems.wordpress?.up();
  return [
    {
      id: 'wordpress',
      name: label,
      url: base + article,
      pids: async () => pidsOf(rig, 'wordpress'),
      stop: () => stopSystem(rig, 'wordpress'),
    },
  ];
}
