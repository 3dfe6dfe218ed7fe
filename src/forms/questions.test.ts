import { formSuite } from '#tests/helpers/form-suite.tsx';
import { fixtures, QUESTIONS } from './questions.fixtures.ts';

formSuite('let-us-help', fixtures, QUESTIONS);
