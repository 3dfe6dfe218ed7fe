import type { ArticleSeed } from '../seed-types.ts';
import { afterAnIop } from './articles/after-an-iop.ts';
import { goingBackToWork } from './articles/going-back-to-work.ts';
import { howAFamilyCanHelp } from './articles/how-a-family-can-help.ts';
import { medicationForOpioidUseDisorder } from './articles/medication-for-opioid-use-disorder.ts';
import { residentialOrOutpatient } from './articles/residential-or-outpatient.ts';
import { understandingIntensiveOutpatientTreatment } from './articles/understanding-intensive-outpatient-treatment.ts';
import { whatDetoxInvolves } from './articles/what-detox-involves.ts';
import { whatHappensInGroupTherapy } from './articles/what-happens-in-group-therapy.ts';

/** The demo articles in the order of their publication: along the pathway, then the one that explains it. */
export const ARTICLES: ArticleSeed[] = [
  howAFamilyCanHelp,
  whatDetoxInvolves,
  medicationForOpioidUseDisorder,
  residentialOrOutpatient,
  whatHappensInGroupTherapy,
  goingBackToWork,
  afterAnIop,
  understandingIntensiveOutpatientTreatment,
];
