import type { Condition, Form, Question } from './form.ts';
import type { Fault } from './schema.ts';

/** What the parts of a form contradict in each other: the schema sees each part alone. */

type Path = Fault['path'];

const valuesOf = ({ field }: Question): readonly string[] | null =>
  field.type === 'choice' || field.type === 'choices' ? field.options.map((option) => option.value) : null;

const doubles = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.filter((name, at) => names.indexOf(name) !== at));

/** A condition must be about a question with choices that was asked before. */
const conditionFaults = (
  condition: Condition | undefined,
  before: readonly Question[],
  path: Path,
): readonly Fault[] => {
  if (condition === undefined) return [];
  const asked = before.find((each) => each.id === condition.question);
  if (asked === undefined)
    return [
      {
        path: [...path, 'question'],
        say: '条件要看前面问过的题，这一题不在前面。请把顺序调过来，或者换一题。',
      },
    ];
  const values = valuesOf(asked);
  if (values === null)
    return [{ path: [...path, 'question'], say: `“${asked.title}”没有选项，不能当条件。请换一道选择题。` }];
  return condition.oneOf.every((value) => values.includes(value))
    ? []
    : [{ path: [...path, 'oneOf'], say: `“${asked.title}”里已经没有这个选项。请重新勾选。` }];
};

const fieldFaults = ({ field, title }: Question, path: Path): readonly Fault[] => {
  const faults: Fault[] = [];
  if ('min' in field && field.min > field.max)
    faults.push({ path: [...path, 'min'], say: `“${title}”的至少比至多还大。请改小“至少”。` });
  if (field.type === 'choices' && field.max > field.options.length)
    faults.push({
      path: [...path, 'max'],
      say: `“${title}”只有 ${field.options.length} 个选项，至多不能更大。`,
    });
  if ('options' in field && doubles(field.options.map((option) => option.value)).size > 0)
    faults.push({ path: [...path, 'options'], say: `“${title}”有两个选项用了同一个短名。` });
  return faults;
};

const questionFaults = (question: Question, at: number, all: readonly Question[]): readonly Fault[] => {
  const path = ['questions', at];
  const before = all.slice(0, at);
  return [
    ...fieldFaults(question, [...path, 'field']),
    ...(question.when ?? []).flatMap((each, n) => conditionFaults(each, before, [...path, 'when', n])),
    ...(question.field.type === 'id-number'
      ? conditionFaults(question.field.checkWhen, before, [...path, 'field', 'checkWhen'])
      : []),
  ];
};

export const contradictionsIn = ({ questions, anyOf = [], byStaffWhen, clocks }: Form): readonly Fault[] => {
  const ids = questions.map((question) => question.id);
  const twice = doubles(ids);
  return [
    ...questions.flatMap((question, at) =>
      twice.has(question.id) && ids.indexOf(question.id) !== at
        ? [{ path: ['questions', at, 'id'], say: `有两道题用了同一个短名“${question.id}”。` }]
        : questionFaults(question, at, questions),
    ),
    ...anyOf.flatMap((set, at) =>
      set.questions.every((id) => ids.includes(id))
        ? []
        : [{ path: ['anyOf', at, 'questions'], say: '“至少答一题”里有已经删掉的题。请重新勾选。' }],
    ),
    ...conditionFaults(byStaffWhen, questions, ['byStaffWhen']),
    ...clocks.flatMap((clock, at) => conditionFaults(clock.when, questions, ['clocks', at, 'when'])),
  ];
};
