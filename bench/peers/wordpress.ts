import type { Target } from '../pages/target.ts';
import { pidsOf, type Rig, rigTarget, stopSystem } from './rig.ts';

/**
 * WordPress behind nginx's cache, which keeps its pages for an hour.
 * @throws Error if it is not installed
 */
export async function wordpress(rig: Rig): Promise<Target[]> {
  const { label, base, article } = rigTarget(rig, 'wordpress', 'wordpress-cached');
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
