import { Component, type ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { spoken } from '../../store/content.ts';
import { t } from '../../t.ts';
import { HelpLine } from './state-line.tsx';

interface Props {
  readonly children: ComponentChildren;
  readonly onHome: () => void;
}

/** A screen that broke takes nothing else with it: the foot bar stays, and words say what to do. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(cause: unknown): void {
    console.error(cause);
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const hall = spoken.peek()?.hall;
    return (
      <>
        <Heading
          size="long"
          title={t('这一页打不开')}
          lead={t('不是您的问题。请回首页再试一次；还是不行，请告诉工作人员。')}
        />
        {hall && (
          <p>
            <HelpLine hall={hall} />
          </p>
        )}
        <p>
          <Button onPress={this.props.onHome}>{t('回首页')}</Button>
        </p>
      </>
    );
  }
}
