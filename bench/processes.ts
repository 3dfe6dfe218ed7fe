import { readdir, readFile } from 'node:fs/promises';

/** Linux counts the time of processes in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;

interface Process {
  pid: number;
  parent: number;
  name: string;
  /** In user and in system mode, in seconds. */
  cpuSeconds: number;
}

/**
 * What these processes, and all below them, have used of the CPU, in seconds; a database is not counted,
 * because all share it.
 */
export async function cpuSecondsOf(pids: number[]): Promise<number> {
  const all = await running();
  return below(pids, all)
    .filter(({ name }) => name !== 'mongod')
    .reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

/** These processes and all that they started, each once. */
export function below<P extends Pick<Process, 'pid' | 'parent'>>(pids: number[], all: P[]): P[] {
  const found = new Set(pids);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

async function running(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    // One that ends meanwhile has no line any more.
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)),
  );
  return lines.filter((line) => line !== undefined).map(parsed);
}

/** A line of /proc/<pid>/stat, see proc(5); the name may have spaces and brackets in it. */
export function parsed(line: string): Process {
  const nameEnds = line.lastIndexOf(')');
  const fields = line.slice(nameEnds + 2).split(' ');
  const [user = Number.NaN, system = Number.NaN] = fields.slice(11, 13).map(Number);
  return {
    pid: Number.parseInt(line, 10),
    parent: Number(fields[1]),
    name: line.slice(line.indexOf('(') + 1, nameEnds),
    cpuSeconds: (user + system) / TICKS_PER_SECOND,
  };
}
