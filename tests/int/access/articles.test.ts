import { TRIED_IN } from './expectations.ts';
import { tryEverything } from './matrix.ts';

tryEverything(...TRIED_IN.articles);
