/** A service with made-up posts, comments, todos and users, by the paths that tutorials know from jsonplaceholder. */
import { Prng } from '../../../lib/prng.ts';
import type { Response } from './http.ts';
import { json } from './respond.ts';
import type { Asked } from './sites.ts';

const WORDS =
  'river stone morning letter window garden winter market silver bridge island paper summer lantern meadow engine harbour music forest candle mirror orchard thunder valley copper ribbon saddle velvet willow anchor'.split(
    ' ',
  );
const NAMES = [
  'Ada Byron',
  'Grace Hooper',
  'Alan Turner',
  'Edsger Dyke',
  'Barbara Lisk',
  'Tony Horn',
  'Radia Pearl',
  'Ken Thomas',
  'Frances Alle',
  'Guido Ross',
];

type Thing = Readonly<Record<string, unknown>>;

interface Collection {
  readonly count: number;
  readonly make: (id: number) => Thing;
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  posts: {
    count: 100,
    make: (id) => ({ userId: ownerOf(id, 10), id, title: text(`title ${id}`, 5), body: text(`body ${id}`, 24) }),
  },
  comments: {
    count: 500,
    make: (id) => ({
      postId: ownerOf(id, 5),
      id,
      name: text(`comment ${id}`, 4),
      email: `${text(`mail ${id}`, 1)}@example.com`,
      body: text(`comment body ${id}`, 16),
    }),
  },
  albums: { count: 100, make: (id) => ({ userId: ownerOf(id, 10), id, title: text(`album ${id}`, 4) }) },
  photos: {
    count: 500,
    make: (id) => ({
      albumId: ownerOf(id, 50),
      id,
      title: text(`photo ${id}`, 5),
      url: `https://via.placeholder.com/600/${id}`,
    }),
  },
  todos: {
    count: 200,
    make: (id) => ({
      userId: ownerOf(id, 20),
      id,
      title: text(`todo ${id}`, 4),
      completed: draw(`done ${id}`).below(2) === 0,
    }),
  },
  users: { count: 10, make: userThing },
};

/** Which collections lie under which, and by what they name their owner. */
const OWNER_KEY: Readonly<Record<string, string>> = { users: 'userId', posts: 'postId', albums: 'albumId' };

export function placeholderAnswer({ path, query, request }: Asked): Response {
  const [name = '', idText, inner] = path.split('/').slice(1);
  const collection = Object.hasOwn(COLLECTIONS, name) ? COLLECTIONS[name] : undefined;
  if (collection === undefined) return path === '/' ? json({ collections: Object.keys(COLLECTIONS) }) : json({}, 404);
  if (request.method === 'POST') return json({ ...sent(request.body), id: collection.count + 1 }, 201);
  if (idText === undefined || idText === '') return json(filtered(all(collection), query));
  const id = Number(idText);
  if (!Number.isInteger(id) || id < 1 || id > collection.count) return json({}, 404);
  if (request.method === 'DELETE') return json({});
  if (request.method === 'PUT') return json({ ...sent(request.body), id });
  if (request.method === 'PATCH') return json({ ...collection.make(id), ...sent(request.body) });
  if (inner === undefined) return json(collection.make(id));
  const within = Object.hasOwn(COLLECTIONS, inner) ? COLLECTIONS[inner] : undefined;
  const key = OWNER_KEY[name];
  return within === undefined || key === undefined
    ? json({}, 404)
    : json(all(within).filter((thing) => thing[key] === id));
}

function all({ count, make }: Collection): Thing[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

/** `?userId=1&_limit=5` */
function filtered(things: readonly Thing[], query: ReadonlyMap<string, string>): readonly Thing[] {
  const wanted = [...query].filter(([key]) => !key.startsWith('_'));
  const found = things.filter((thing) => wanted.every(([key, value]) => String(thing[key]) === value));
  const limit = Number(query.get('_limit') ?? Number.POSITIVE_INFINITY);
  const page = Number(query.get('_page') ?? 1);
  return found.slice((page - 1) * (Number.isFinite(limit) ? limit : 10), page * limit || undefined);
}

function sent(body: Uint8Array): Thing {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Thing) : {};
  } catch {
    // A form, or nothing: the service takes no notice.
    return {};
  }
}

function userThing(id: number): Thing {
  const name = NAMES[id - 1] ?? `User ${id}`;
  const username = name.split(' ')[0] ?? '';
  return {
    id,
    name,
    username,
    email: `${username.toLowerCase()}@example.com`,
    address: {
      street: `${text(`street ${id}`, 1)} street`,
      city: `${text(`city ${id}`, 1)}ton`,
      zipcode: String(10_000 + id * 731),
    },
    phone: `555-01${String(id).padStart(2, '0')}`,
    website: `${username.toLowerCase()}.example.com`,
    company: { name: `${text(`company ${id}`, 2)} works` },
  };
}

function ownerOf(id: number, each: number): number {
  return Math.ceil(id / each);
}

function draw(purpose: string): Prng {
  return new Prng(0).fork(purpose);
}

function text(purpose: string, count: number): string {
  const chance = draw(purpose);
  return Array.from({ length: count }, () => chance.pick(WORDS)).join(' ');
}
