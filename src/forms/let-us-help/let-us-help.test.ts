import { formSuite } from '#tests/helpers/form-suite.tsx';
import * as fixtures from './fixtures.ts';

formSuite('let-us-help', fixtures);
