import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { DialogAside } from '../ui/dialog.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { momentInShort } from './clock.ts';
import { HomeScreen } from './content/home/home-screen.tsx';
import { ErrorBoundary } from './content/shell/error-boundary.tsx';
import { FirstStart } from './content/shell/first-start.tsx';
import { Foot } from './content/shell/foot.tsx';
import { IdleDialog } from './content/shell/idle-dialog.tsx';
import { KeypadLine, StateLine } from './content/shell/state-line.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import { aloud, reader } from './session/aloud.ts';
import { isResting } from './session/idle-watch.ts';
import { hasKeypad } from './session/keypad.ts';
import { comfort, filing } from './session/memory.ts';
import { pathOf, type Screen } from './session/path.ts';
import { goHome, screen } from './session/screen.ts';
import { wipe } from './session/wipe.ts';
import { actions, hasActions, head } from './slots.ts';
import { contentFault, spoken } from './store/content.ts';
import { t } from './t.ts';
import { isTyping } from './typing.ts';

/** The shell: head, screen, state, keyboard, foot. Every screen but home comes when it is first opened. */

const guides = () => import('./content/guide/guides-screen.tsx');
const TopicScreen = lazyScreen(() => guides().then((it) => it.TopicScreen));
const AudienceScreen = lazyScreen(() => guides().then((it) => it.AudienceScreen));
const GuidesScreen = lazyScreen(() => guides().then((it) => it.GuidesScreen));
const GuideScreen = lazyScreen(() => import('./content/guide/guide-screen.tsx').then((it) => it.GuideScreen));
const ChartScreen = lazyScreen(() => import('./content/chart/chart-screen.tsx').then((it) => it.ChartScreen));
const ItemScreen = lazyScreen(() => import('./content/item/item-screen.tsx').then((it) => it.ItemScreen));
const PageScreen = lazyScreen(() => import('./content/text/page-screen.tsx').then((it) => it.PageScreen));
const CardScreen = lazyScreen(() => import('./content/card-screen.tsx').then((it) => it.CardScreen));
const CatalogueScreen = lazyScreen(() =>
  import('./content/catalogue/catalogue-screen.tsx').then((it) => it.CatalogueScreen),
);
const SearchScreen = lazyScreen(() =>
  import('./content/search/search-screen.tsx').then((it) => it.SearchScreen),
);
const FormScreen = lazyScreen(() => import('./submission/form-screen.tsx').then((it) => it.FormScreen));
const ReceiptScreen = lazyScreen(() =>
  import('./submission/receipt-screen.tsx').then((it) => it.ReceiptScreen),
);
const ProgressScreen = lazyScreen(() =>
  import('./submission/progress-screen.tsx').then((it) => it.ProgressScreen),
);
const StorageFault = lazyScreen(() =>
  import('./content/shell/storage-fault.tsx').then((it) => it.StorageFault),
);
const ComfortDialog = lazyScreen(() =>
  import('./content/shell/comfort-dialog.tsx').then((it) => it.ComfortDialog),
);
const KeyboardHost = lazyScreen(() => import('./input/keyboard-host.tsx').then((it) => it.KeyboardHost));
const ReadingBar = lazyScreen(() => import('./content/shell/reading-bar.tsx').then((it) => it.ReadingBar));
const DialogReading = lazyScreen(() =>
  import('./content/shell/reading-bar.tsx').then((it) => it.DialogReading),
);
/** Beside a dialog's title, on a machine with a voice. */
const VoiceOver = () => (reader.value === null ? null : <DialogReading />);
const LeaveDialog = lazyScreen(() => import('./content/shell/leave-dialog.tsx').then((it) => it.LeaveDialog));
const HelpDialog = lazyScreen(() => import('./content/shell/help-dialog.tsx').then((it) => it.HelpDialog));

function ScreenView({ shown }: { shown: Screen }) {
  switch (shown.name) {
    case 'home':
      return <HomeScreen />;
    case 'topic':
      return <TopicScreen id={shown.id} />;
    case 'audience':
      return <AudienceScreen id={shown.id} />;
    case 'guides':
      return <GuidesScreen />;
    case 'guide':
      return <GuideScreen id={shown.id} />;
    case 'chart':
      return <ChartScreen id={shown.id} />;
    case 'item':
      return <ItemScreen id={shown.id} />;
    case 'page':
      return <PageScreen id={shown.id} />;
    case 'card':
      return <CardScreen id={shown.id} />;
    case 'form':
      return <FormScreen id={shown.id} />;
    case 'catalogue': {
      const { name: _, ...filter } = shown;
      return <CatalogueScreen filter={filter} />;
    }
    case 'search':
      return <SearchScreen query={shown.query} />;
    case 'receipt':
      return <ReceiptScreen />;
    case 'progress':
      return <ProgressScreen {...shown} />;
  }
}

export const App: ComponentType = () => {
  const over = useSignal<'help' | 'comfort' | 'leave' | null>(null);
  const putAway = () => {
    over.value = null;
  };
  // Whoever comes to a screen that rested finds home, and no question of the one before.
  useSignalEffect(() => {
    if (isResting.value) over.value = null;
  });
  const voice = reader.value;
  const isAloud = aloud.value !== 'silent';
  const shown = screen.value;
  const held = spoken.value;
  const fault = contentFault.value;
  const key = `${shown.name} ${pathOf(shown)}`;
  return (
    <>
      <DialogAside.Provider value={VoiceOver}>
        <ScreenFrame
          head={<Head />}
          actions={hasActions.value && held ? <Actions /> : null}
          keyboard={isTyping.value ? <KeyboardHost /> : null}
          foot={
            <>
              {isAloud && voice ? (
                <ReadingBar voice={voice} />
              ) : hasKeypad.value ? (
                <KeypadLine />
              ) : (
                !isTyping.value && <StateLine />
              )}
              <Foot
                onComfort={() => {
                  over.value = 'comfort';
                }}
                onHelp={() => {
                  over.value = 'help';
                }}
                onLeave={() => {
                  // Answers that were not sent are not lost by one touch beside the mark.
                  if (filing.peek() === null) wipe();
                  else over.value = 'leave';
                }}
              />
            </>
          }
          isWide
          isLow={comfort.value.reach === 'low'}
          pageKey={key}
        >
          <ErrorBoundary key={key} onHome={goHome}>
            {held ? (
              <ScreenView shown={shown} />
            ) : fault !== null ? (
              <StorageFault fault={fault} />
            ) : (
              held === null && <FirstStart />
            )}
          </ErrorBoundary>
        </ScreenFrame>
        {over.value === 'help' && <HelpDialog onClose={putAway} />}
        {over.value === 'leave' && <LeaveDialog onClose={putAway} />}
        {over.value === 'comfort' && <ComfortDialog onClose={putAway} />}
      </DialogAside.Provider>
      {/* Any touch answers it, so that it has no other button; who listens hears it by itself. */}
      <IdleDialog />
    </>
  );
};

/** Apart, so that the clock's tick and a screen's buttons draw nothing but themselves. */
function Head() {
  const task = head.value;
  return task ? (
    <Masthead title={task.title} note={task.note} />
  ) : (
    <Masthead title={spoken.value?.hall.hallName ?? t('便民屏')} note={momentInShort.value} />
  );
}

function Actions() {
  return <>{actions.value}</>;
}
