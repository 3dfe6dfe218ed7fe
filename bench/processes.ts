import { readdir, readFile } from 'node:fs/promises';

/** Linux counts CPU time in hundredths of a second on every machine. */
const TICKS_PER_SECOND = 100;

interface Process {
  pid: number;
  parent: number;
  name: string;
  /** CPU time in user and system mode, in seconds. */
  cpuSeconds: number;
}

/**
 * Returns the CPU time of these processes and their descendants, in seconds. Databases do not count, because all
 * targets share one.
 */
export async function cpuSecondsOf(pids: number[]): Promise<number> {
  const all = await listProcesses();
  return withDescendants(pids, all)
    .filter(({ name }) => name !== 'mongod')
    .reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

/** Returns these processes and their descendants, each once. */
export function withDescendants<P extends Pick<Process, 'pid' | 'parent'>>(
  pids: number[],
  all: P[],
): P[] {
  const included = new Set(pids);
  for (let before = 0; before < included.size; ) {
    before = included.size;
    for (const { pid, parent } of all) if (included.has(parent)) included.add(pid);
  }
  return all.filter(({ pid }) => included.has(pid));
}

async function listProcesses(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    // A process may have ended since the folder was read.
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)),
  );
  return lines.filter((line) => line !== undefined).map(parseStat);
}

/** Parses a line of /proc/<pid>/stat, see proc(5). The name may contain spaces and brackets. */
export function parseStat(line: string): Process {
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
