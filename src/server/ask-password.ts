import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Refusal } from '#platform/process/refusal.ts';

/**
 * The password a person types, which is not shown, or the first line that a script sends.
 * @throws Refusal if the two that were typed differ
 */
export async function askPassword(question: string): Promise<string> {
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/, 1)[0] ?? '';
  const password = await askHidden(question);
  if (password !== (await askHidden('Once more'))) throw new Refusal('The two passwords differ.');
  return password;
}

function askHidden(question: string): Promise<string> {
  stdout.write(`${question}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reading = createInterface({ input: stdin, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    reading.once('SIGINT', () => reject(new Refusal('No account was made.')));
    reading.question('', (typed) => {
      reading.close();
      stdout.write('\n');
      resolve(typed);
    });
  });
}
