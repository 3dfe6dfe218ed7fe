import type { PersonSeed } from '../seed-types.ts';

export const PEOPLE: PersonSeed[] = [
  {
    slug: 'sample-writer-one',
    name: 'Sample Writer One',
    role: 'Sample writer',
    biography:
      'This is a sample, made for this demonstration. There is no such person. A publisher puts a real writer here, with what they have learned and where they have worked.',
  },
  {
    slug: 'sample-writer-two',
    name: 'Sample Writer Two',
    role: 'Sample writer',
    biography:
      'Another sample. The name shows how an article looks when a site has more than one writer. A real writer’s few lines would stand in this place.',
  },
  {
    slug: 'sample-editor',
    name: 'Sample Editor',
    role: 'Sample editor',
    biography:
      'A sample as well. On a real site, this page would tell who checks the words and sources before an article goes out, and how to write to them.',
  },
];
