import { formSuite } from '#tests/helpers/form-suite.tsx';
import * as fixtures from './fixtures.ts';

formSuite('request-call', fixtures);
