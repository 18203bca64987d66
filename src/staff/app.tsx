import { AccountPage } from './account/account-page.tsx';
import { LogInPage } from './account/log-in-page.tsx';
import { PeoplePage } from './account/people-page.tsx';
import { AlreadyIn, WelcomePage } from './account/welcome-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { BatchPage } from './content/batch/batch-page.tsx';
import { ImportPage } from './content/batch/import-page.tsx';
import { ContentPage } from './content/content-page.tsx';
import { EntryPage } from './content/entry-page.tsx';
import { DepartmentPage } from './content/hall/department-page.tsx';
import { HallPage } from './content/hall/hall-page.tsx';
import { HallHistoryPage } from './content/history/hall-history-page.tsx';
import { HistoryPage } from './content/history/history-page.tsx';
import { NewPage } from './content/new-page.tsx';
import { PreviewPage } from './content/preview/preview-page.tsx';
import { PublishPage } from './content/publish-page.tsx';
import { ReviewPage } from './content/review-page.tsx';
import { ReviewWayPage } from './content/review-way-page.tsx';
import { SheetPage } from './content/sheet-page.tsx';
import { type Desk, DeskProvider, useDesk } from './desk.ts';
import { ScreensPage } from './machine/screens-page.tsx';
import { Button } from './part/button.tsx';
import { Note, sayAtDesk } from './part/note.tsx';
import { Page } from './part/page.tsx';
import { AccountabilityPage } from './report/timeliness/accountability-page.tsx';
import { DigestPage } from './report/timeliness/digest-page.tsx';
import { DueItemsPage } from './report/timeliness/due-items-page.tsx';
import { TimelinessPage } from './report/timeliness/timeliness-page.tsx';
import { TodayPage } from './report/today-page.tsx';
import type { Route } from './route/route.ts';
import { RulesPage } from './rule/rules-page.tsx';
import { Shell } from './shell.tsx';
import { InboxPage } from './submission/inbox-page.tsx';
import { SubmissionPage } from './submission/submission-page.tsx';

export interface AppProps {
  readonly desk: Desk;
}

export function App({ desk }: AppProps) {
  return (
    <DeskProvider value={desk}>
      <Door />
    </DeskProvider>
  );
}

/** Nobody sees more than the door before the server has said who they are. */
function Door() {
  const { session, place, begin, outage } = useDesk();
  if (session.value === undefined) return <Opening problem={outage.value} onAgain={begin} />;
  const route = place.route.value;
  if (session.value === null) return route.page === 'welcome' ? <WelcomePage /> : <LogInPage />;
  return (
    <Shell>
      <RoutePage key={keyOf(route)} route={route} />
    </Shell>
  );
}

/** A page begins anew when it is about another thing, not when its filter changes. */
const keyOf = (route: Route): string => ('id' in route ? `${route.page} ${route.id}` : route.page);

function RoutePage({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'today':
      return <TodayPage />;
    case 'inbox':
      return <InboxPage route={route} />;
    case 'submission':
      return <SubmissionPage id={route.id} />;
    case 'content':
      return <ContentPage route={route} />;
    case 'import':
      return <ImportPage route={route} />;
    case 'batch':
      return <BatchPage route={route} />;
    case 'new':
      return <NewPage kind={route.kind} />;
    case 'entry':
      return <EntryPage id={route.id} />;
    case 'review':
      return <ReviewPage route={route} />;
    case 'preview':
      return <PreviewPage route={route} />;
    case 'sheet':
      return <SheetPage id={route.id} />;
    case 'publish':
      return <PublishPage route={route} />;
    case 'screens':
      return <ScreensPage route={route} />;
    case 'timeliness':
      return <TimelinessPage route={route} />;
    case 'departments':
      return <DepartmentPage route={route} />;
    case 'rules':
      return <RulesPage route={route} />;
    case 'due-items':
      return <DueItemsPage route={route} />;
    case 'digest':
      return <DigestPage route={route} />;
    case 'accountability':
      return <AccountabilityPage route={route} />;
    case 'account':
      return <AccountPage />;
    case 'hall':
      return <HallPage />;
    case 'history':
      return <HistoryPage route={route} />;
    case 'hall-history':
      return <HallHistoryPage route={route} />;
    case 'review-way':
      return <ReviewWayPage />;
    case 'audit':
      return <AuditPage route={route} />;
    case 'people':
      return <PeoplePage route={route} />;
    case 'welcome':
      return <AlreadyIn />;
    case 'unknown':
      return (
        <Page title="没有这一页">
          <Note kind="warn">地址可能抄错了，或者这一页已经改了名字。请从左边的菜单重新选择。</Note>
        </Page>
      );
  }
}

interface OpeningProps {
  readonly problem: Desk['outage']['value'];
  readonly onAgain: () => Promise<void>;
}

function Opening({ problem, onAgain }: OpeningProps) {
  return (
    <main class="opening">
      <p class="brand">便民屏 工作台</p>
      {problem ? (
        <Note kind="warn" action={<Button onPress={onAgain}>再试一次</Button>}>
          {sayAtDesk(problem)}
        </Note>
      ) : (
        <p role="status">正在打开……</p>
      )}
    </main>
  );
}
