import type { Department, DepartmentPerson } from './hall.ts';

/** Who answers for a thing (谁管低保): departments by their name, their duties, and their people's names and posts. */

export interface DepartmentFound {
  readonly department: Department;
  /** Whom the question named, by name, post or duty. */
  readonly people: readonly DepartmentPerson[];
  /** Named by name or person: surely meant. */
  readonly isNamed: boolean;
}

/** What people say around the thing itself when they ask for who is behind it. */
export const WHO =
  /归?谁(?:来|在)?(?:管|负责)|(?:归|找|问)谁|哪个?(?:科室|部门|单位|窗口)|(?:几|多少)号窗口|联系(?:方式|电话)|电话(?:号码)?(?:是?多少)?|负责人|值班/g;
const AROUND = /请问|我想|问一下|怎么|如何|办理|申请|在?哪里|在哪儿?|是什么|是|的|了|吗|呢|啊/g;
const SEPARATORS = /[\s,.;:!?、。，；：！？“”‘’（）()《》]+/u;

export const asksWho = (query: string): boolean => query.search(WHO) !== -1;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** The thing that is asked about, in pieces: `请问低保归谁管` is `低保`. */
const piecesOf = (query: string): readonly string[] => {
  const spaced = query.normalize('NFKC').toLowerCase();
  const pieces = (text: string): readonly string[] =>
    text.split(SEPARATORS).filter((piece) => [...piece].length > 1);
  const core = pieces(
    spaced
      .replace(/(\d+)\s*(?=号)/g, '$1')
      .replace(WHO, ' ')
      .replace(AROUND, ' '),
  );
  // `负责人` alone may be a post.
  return core.length > 0 ? core : pieces(spaced);
};

/** Letters of a short word in their order within one phrase: 医保 in 医疗保障. */
const isShortFor = (piece: string, phrase: string): boolean => {
  let at = -1;
  return [...piece].every((letter) => {
    at = phrase.indexOf(letter, at + 1);
    return at !== -1;
  });
};

const phrasesOf = ({ name, duties = '' }: Department): readonly string[] =>
  [name, ...duties.split(/[、，。；（）]|和/u)].map(plain).filter((phrase) => phrase !== '');

/** All by which a department may be asked for, each a phrase of its own: what is made into sounds. */
export const spokenOf = (department: Department): readonly string[] => [
  ...phrasesOf(department),
  ...(department.people ?? []).flatMap(({ name, post }) => [plain(name.replace(/（.*）/u, '')), plain(post)]),
];

const NAMED = 8;
const DUTY = 4;
const SHORT = 1;

interface Hit {
  readonly score: number;
  readonly people: readonly DepartmentPerson[];
}

const personScore = ({ name, post, duty = '' }: DepartmentPerson, piece: string): number => {
  const [who, what] = [plain(name), plain(post)];
  if (who.includes(piece) || piece.includes(who) || what.includes(piece)) return NAMED;
  return plain(duty).includes(piece) ? DUTY : 0;
};

const hitOf = (department: Department, piece: string, isLoose: boolean): Hit => {
  const { name, duties = '', window = '', people = [] } = department;
  const scored = people.map((person) => [person, personScore(person, piece)] as const);
  const own = plain(name);
  const isOwn = own.includes(piece) || (own.length > 1 && piece.includes(own));
  const score = Math.max(
    isOwn ? NAMED : 0,
    plain(window).includes(piece) ? NAMED : 0,
    plain(duties).includes(piece) ? DUTY : 0,
    isLoose && phrasesOf(department).some((phrase) => isShortFor(piece, phrase)) ? SHORT : 0,
    ...scored.map(([, each]) => each),
  );
  return { score, people: scored.filter(([, each]) => each > 0).map(([person]) => person) };
};

export interface Asking {
  /** Departments known to stand behind what was asked for, such as those of the guides found; they count only where one asks who. */
  readonly behind?: readonly string[];
  /** Whether letters sound like a department. */
  readonly heard?: (id: string, letters: string) => boolean;
  /** Where nothing else can be meant, no word has to say so. */
  readonly isAsked?: boolean;
}

/** Best first. */
export const departmentsFor = (
  departments: readonly Department[],
  query: string,
  { behind = [], heard, isAsked = asksWho(query) }: Asking = {},
): readonly DepartmentFound[] => {
  const pieces = piecesOf(query).map(plain);
  if (pieces.length === 0) return [];
  const scored = departments.map((department) => {
    const hits = pieces.map(
      (piece): Hit =>
        /^[a-z]+$/.test(piece)
          ? { score: heard?.(department.id, piece) === true ? DUTY : 0, people: [] }
          : hitOf(department, piece, isAsked),
    );
    const own = hits.every(({ score }) => score > 0) ? hits.reduce((sum, { score }) => sum + score, 0) : 0;
    const isBehind = isAsked && behind.includes(department.id);
    const people = [...new Set(hits.flatMap((hit) => hit.people))];
    const isNamed = own > 0 && hits.some(({ score }) => score === NAMED);
    return { department, people, isNamed, score: own + (isBehind ? DUTY - 1 : 0) };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return (
    scored
      // Where something is surely meant, what merely resembles it is no help.
      .filter(({ score }) => score > 0 && (score > SHORT || best <= SHORT))
      .sort((a, b) => b.score - a.score)
      .map(({ department, people, isNamed }) => ({ department, people, isNamed }))
  );
};
