import css from './digest-sheet.module.css';

/** The weekly meeting's page (周例会单) on A4: who has what due and late, what was published and returned, and the urgent ones first. */
export interface DigestSheetProps {
  readonly hallName: string;
  /** The week in words. */
  readonly period: string;
  readonly madeOn: string;
  readonly columns: readonly string[];
  readonly departments: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly total: readonly number[];
  /** Departments without anything, by name. */
  readonly quiet: readonly string[];
  readonly lists: readonly DigestList[];
}

export interface DigestList {
  readonly title: string;
  /** What stands there when the list is empty. */
  readonly none: string;
  readonly lines: readonly DigestLine[];
  /** How many more there are than paper has room for, and where they stand at the desk. */
  readonly rest: number;
  readonly restAt: string;
}

export interface DigestLine {
  readonly title: string;
  readonly department: string;
  readonly say: string;
}

export const DigestSheet = (sheet: DigestSheetProps) => (
  <article class={css.sheet} lang="zh-CN">
    <header class={css.head}>
      <p>{sheet.hallName}</p>
      <h1>政府信息公开周例会单</h1>
      <p>
        {sheet.period}
        <span>{sheet.madeOn}</span>
      </p>
    </header>
    <Counts {...sheet} />
    {sheet.lists.map((list) => (
      <List key={list.title} {...list} />
    ))}
    <footer class={css.foot}>
      <p>
        期限按《政府信息公开条例》第二十六条：自形成或变更之日起 20 个工作日内公开；有规定更短的，按更短的。
      </p>
      <p>主持：　　　　　　　　记录：　　　　　　　　日期：</p>
    </footer>
  </article>
);

const Counts = ({ columns, departments, total, quiet }: DigestSheetProps) => (
  <section>
    <h2>各科室</h2>
    <table class={css.counts}>
      <thead>
        <tr>
          <th scope="col">科室</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {departments.map(({ name, counts }) => (
          <Row key={name} name={name} counts={counts} columns={columns} />
        ))}
      </tbody>
      <tfoot>
        <Row name="合计" counts={total} columns={columns} />
      </tfoot>
    </table>
    {quiet.length > 0 && <p class={css.quiet}>本周没有的：{quiet.join('、')}</p>}
  </section>
);

interface RowProps extends Pick<DigestSheetProps, 'columns'> {
  readonly name: string;
  readonly counts: readonly number[];
}

const Row = ({ name, counts, columns }: RowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {counts.map((count, at) => (
      <td key={columns[at]}>{count === 0 ? '—' : count}</td>
    ))}
  </tr>
);

const List = ({ title, none, lines, rest, restAt }: DigestList) => (
  <section>
    <h2>
      {title}
      {lines.length + rest > 0 && <small>{lines.length + rest} 条</small>}
    </h2>
    {lines.length === 0 ? (
      <p class={css.quiet}>{none}</p>
    ) : (
      <table class={css.lines}>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.title} ${line.say}`}>
              <th scope="row">{line.title}</th>
              <td>{line.department}</td>
              <td>{line.say}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {rest > 0 && (
      <p class={css.quiet}>
        另有 {rest} 条，见工作台“{restAt}”。
      </p>
    )}
  </section>
);
