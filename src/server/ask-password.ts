import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { OperatorError } from '#platform/process/operator-error.ts';

/**
 * Asks twice for a password, without showing it. Without a terminal, reads the first line of standard input.
 * @throws OperatorError if the two passwords differ
 */
export async function askPassword(question: string): Promise<string> {
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/, 1)[0] ?? '';
  const password = await askHidden(question);
  if (password !== (await askHidden('Once more')))
    throw new OperatorError('The two passwords differ.');
  return password;
}

function askHidden(question: string): Promise<string> {
  stdout.write(`${question}: `);
  const discarded = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: stdin, output: discarded, terminal: true });
  return new Promise((resolve, reject) => {
    prompt.once('SIGINT', () => reject(new OperatorError('No account was made.')));
    prompt.question('', (typed) => {
      prompt.close();
      stdout.write('\n');
      resolve(typed);
    });
  });
}
