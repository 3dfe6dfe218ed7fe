import { describeSubmissionForm } from '#tests/helpers/describe-submission-form.tsx';
import * as fixtures from './fixtures.ts';

describeSubmissionForm('request-meeting', fixtures);
