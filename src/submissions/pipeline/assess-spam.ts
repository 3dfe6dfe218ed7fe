import { servedCountriesOf } from '#domain/calls-and-texts.ts';
import { concernAbout } from '#domain/number-concerns.ts';
import { toE164 } from '#domain/phone.ts';
import { questionName } from '#domain/questions.ts';
import type { SpamSignal } from '#domain/spam-signals.ts';
import { questionsOf } from '#forms/form-definition.ts';
import type { Checked } from './check.ts';
import type { Client } from './client.ts';
import { solvedChallenge } from './proof.ts';
import { openFor } from './rendered-at-token.ts';
import { spamSignals, textSignals, type Written } from './spam-signals.ts';

/** Nobody reads a form and fills it in sooner; a browser that fills it in for somebody nearly does. */
const SHORTEST_MS = 2000;

export interface SpamAssessment {
  /** Why the request is marked; empty for one that is not. */
  suspicions: SpamSignal[];
  /** The challenge that was solved for it, which counts once. */
  solved: string | undefined;
}

/** Looks for what makes a request suspicious. It is taken in any case: a mark is for coordinators to judge. */
export async function assessSpam(checked: Checked, sender: Client): Promise<SpamAssessment> {
  const { website, rendered, proof } = checked.request.signals ?? {};
  const open = openFor(rendered, sender.at);
  const solved = await solvedChallenge(proof);
  const found: [SpamSignal, boolean][] = [
    ['hidden-box', Boolean(website?.trim())],
    ['too-fast', open !== undefined && open < SHORTEST_MS],
    ['no-stamp', open === undefined],
    ['no-proof', solved === undefined],
    ['no-origin', !sender.trusted],
  ];
  const concern = concernAbout(
    toE164(checked.request.answers.phone) ?? '',
    servedCountriesOf(checked.site),
  );
  if (concern) found.push([concern, true]);
  const around = found.filter(([, is]) => is).map(([suspicion]) => suspicion);
  return { suspicions: spamSignals([...textSignals(writtenIn(checked)), ...around]), solved };
}

/** The answers in a visitor's own words: what is chosen from a list tells nothing. */
function writtenIn({ request, callToAction }: Checked): Written {
  const answers: Record<string, unknown> = request.answers;
  const asked = questionsOf(callToAction).filter(({ type }) => type.endsWith('-text'));
  const names = ['message', 'contactWishes', ...asked.map(({ id }) => questionName(id))];
  return {
    name: String(answers.name ?? ''),
    texts: names.flatMap((name) => answers[name] ?? []).map(String),
  };
}
