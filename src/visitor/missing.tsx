import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { goHome } from './session/screen.ts';
import { t } from './t.ts';

/** For an address that leads to nothing that is published. */
export function Missing() {
  return (
    <>
      <Heading
        size="long"
        title={t('没有找到这一页')}
        lead={t('可能已经撤下，或者改了名字。请从首页重新找。')}
      />
      <Button onPress={goHome}>{t('回首页')}</Button>
    </>
  );
}
