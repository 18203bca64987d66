import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { mayRoles, type Role, roles } from '../contract/account.ts';
import { useDesk, useOwnDepartment } from './desk.ts';
import { type NavItem, navigation } from './navigation.ts';
import { Button } from './part/button.tsx';
import { Note, sayAtDesk } from './part/note.tsx';
import { PracticeBanner } from './practice/practice-banner.tsx';
import { hrefOf } from './route/route.ts';
import styles from './shell.module.css';

/** The frame around every page: where one can go, what waits there, who one is, and whether the server is there. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { place, outage, refresh } = useDesk();
  const isMenuOpen = useSignal(false);
  const route = place.route.value;
  useEffect(() => {
    isMenuOpen.value = false;
  }, [route, isMenuOpen]);
  return (
    <div class={styles.desk}>
      <a class={styles.skip} href="#page">
        跳到正文
      </a>
      <nav class={styles.side} aria-label="工作台菜单" data-open={isMenuOpen.value ? '' : undefined}>
        <div class={styles.bar}>
          <b>便民屏 工作台</b>
          <button
            type="button"
            class={styles.menu}
            aria-expanded={isMenuOpen.value}
            onClick={() => {
              isMenuOpen.value = !isMenuOpen.value;
            }}
          >
            {isMenuOpen.value ? '收起' : '菜单'}
          </button>
        </div>
        <Menu />
      </nav>
      <main id="page" class={styles.main} tabIndex={-1}>
        <PracticeBanner />
        {outage.value && (
          <div class={styles.outage}>
            <Note
              kind="warn"
              action={
                <Button isSmall onPress={refresh}>
                  再试一次
                </Button>
              }
            >
              {sayAtDesk(outage.value)}
            </Note>
          </div>
        )}
        {children}
      </main>
    </div>
  );
}

function Menu() {
  const { session, today, place, leave, pending, practice, practise } = useDesk();
  const held = session.value?.roles ?? [];
  const department = useOwnDepartment();
  const groups = navigation(held, today.value, place.route.value);
  const kept = pending.value;
  return (
    <div class={styles.groups}>
      <div class={styles.lists}>
        {groups.map((items) => (
          <ul key={items[0]?.label}>
            {items.map((item) => (
              <Item key={item.label} {...item} />
            ))}
          </ul>
        ))}
      </div>
      <div class={styles.person}>
        <b>{session.value?.staff.name}</b>
        <Duties held={held} />
        <span>{session.value?.hallName}</span>
        {department && <span>只管{department}的内容</span>}
        {kept > 0 && <span class={styles.kept}>有 {kept} 处还没存到服务器</span>}
        <div class={styles.acts}>
          <a
            href={hrefOf({ page: 'account' })}
            aria-current={place.route.value.page === 'account' ? 'page' : undefined}
          >
            我的账号
          </a>
          {practice.value === null && mayRoles(held, 'content.read') && (
            <Button kind="quiet" isSmall isDisabled={kept > 0} onPress={() => practise('editor')}>
              练习
            </Button>
          )}
          <Button kind="quiet" isSmall onPress={leave}>
            退出
          </Button>
        </div>
      </div>
    </div>
  );
}

/** More than these would push the menu off a small screen: they open on demand. */
const MOST_DUTIES = 2;

function Duties({ held }: { readonly held: readonly Role[] }) {
  const words = held.map((role) => roles[role]).join('、');
  if (held.length <= MOST_DUTIES) return <span>{words}</span>;
  return (
    <details class={styles.duties}>
      <summary>{held.length} 个岗位</summary>
      {words}
    </details>
  );
}

function Item({ label, to, count, isHot, isHere, says }: NavItem) {
  return (
    <li>
      <a href={hrefOf(to)} class={styles.item} aria-current={isHere ? 'page' : undefined}>
        {label}
        {count !== undefined && (
          <span class={styles.count} data-hot={isHot ? '' : undefined} title={says}>
            {count}
          </span>
        )}
      </a>
    </li>
  );
}
