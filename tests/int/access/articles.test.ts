import { COLLECTIONS_BY_FILE } from './expectations.ts';
import { describeAccess } from './matrix.ts';

describeAccess(...COLLECTIONS_BY_FILE.articles);
