import type { BlockView } from '#content/blocks/block-view.ts';
import type { PathwayStage } from '#domain/view-models.ts';
import type { TreatmentPathwayBlock } from '#payload-types.ts';

const stages: PathwayStage[] = [
  {
    title: 'Call for help',
    summary: 'You, or someone close to you, tells a person what is going on.',
    levelOfCare: 'A first talk, before treatment begins',
    usualDuration: 'One talk, sometimes a few',
    href: '/stages/call-for-help',
    isCurrent: false,
  },
  {
    title: 'Supervised detox',
    summary: 'Trained staff watch over you while alcohol or another drug leaves your body.',
    levelOfCare: 'Medical care to get through withdrawal',
    usualDuration: 'Often several days; a professional decides',
    href: '/stages/supervised-detox',
    isCurrent: false,
  },
  {
    title: 'Therapy and residential care',
    summary: 'You work on feelings and behavior with a counselor and with others.',
    levelOfCare: 'Therapy, or care day and night',
    usualDuration: 'From weeks to months; it varies',
    href: '/stages/therapy-and-residential-care',
    isCurrent: false,
  },
  {
    title: 'Intensive outpatient program',
    summary: 'You live at home and come in for nine or more hours a week.',
    levelOfCare: 'Intensive outpatient, level 2.1 of the ASAM Criteria',
    usualDuration: 'Often about three months or longer',
    href: '/stages/intensive-outpatient-program',
    isCurrent: false,
  },
  {
    title: 'Living in the community',
    summary: 'Work, friends and evenings of your own, with support that stays within reach.',
    levelOfCare: 'Ongoing support while you live at home',
    usualDuration: 'As long as it helps you',
    href: '/stages/living-in-the-community',
    isCurrent: false,
  },
];

const markStages = (...current: number[]): PathwayStage[] =>
  stages.map((stage, index) => ({ ...stage, isCurrent: current.includes(index) }));

const baseBlock = { blockType: 'treatment-pathway', heading: 'Where this is on the way' } as const;

export const fixtures = {
  'one stage marked': {
    ...baseBlock,
    introduction: 'Five stages, each with a page of its own. Some people skip one.',
    stages: markStages(3),
  },
  'first and last stage marked': { ...baseBlock, stages: markStages(0, 4) },
  'no stage marked': { ...baseBlock, introduction: null, stages },
  'no stage published': { ...baseBlock, stages: [] },
} satisfies Record<string, BlockView<TreatmentPathwayBlock>>;
