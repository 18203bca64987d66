import { useSignal } from '@preact/signals';
import type { NewSecret, SecondStep } from '../../contract/second-step.ts';
import { QrCode } from '../../print/qr.tsx';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Note } from '../part/note.tsx';
import { LoadedView } from '../part/page.tsx';
import { type Loaded, useLoad } from '../part/use-load.ts';
import styles from './account-page.module.css';
import { OneField } from './one-field.tsx';

/** 两步验证: off, being switched on, its recovery codes (once), on. */
export function SecondStepPanel() {
  const { api } = useDesk();
  const loaded = useLoad('second step', () => api.secondStep());
  return (
    <section class={`${styles.section} ${styles.below}`}>
      <h2>两步验证</h2>
      <LoadedView of={loaded} waiting="正在取两步验证的情况……">
        {(state) => (state.isOn ? <On state={state} loaded={loaded} /> : <Off loaded={loaded} />)}
      </LoadedView>
    </section>
  );
}

interface OffProps {
  readonly loaded: Loaded<SecondStep>;
}

function Off({ loaded }: OffProps) {
  const { api } = useDesk();
  const secret = useSignal<NewSecret | null>(null);
  const codes = useSignal<readonly string[] | null>(null);
  if (codes.value !== null)
    return (
      <Codes
        codes={codes.value}
        onDone={() => loaded.put({ isOn: true, codesLeft: codes.value?.length ?? 0 })}
      />
    );
  if (secret.value !== null)
    return (
      <Confirm
        secret={secret.value}
        onCodes={(made) => {
          codes.value = made;
        }}
      />
    );
  return (
    <>
      <p>登录时除了密码，还要填手机验证器上的 6 位数字。密码被人知道了，也登录不了。可以不开。</p>
      <OneField
        label="现在的密码"
        isPassword
        missing="请填现在的密码。"
        act="开启两步验证"
        busy="正在生成……"
        failed="没有开启。"
        onSend={(password) => api.newSecret({ password })}
        onDone={(made) => {
          secret.value = made;
        }}
      />
    </>
  );
}

interface ConfirmProps {
  readonly secret: NewSecret;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Confirm({ secret: { secret, uri }, onCodes }: ConfirmProps) {
  const { api } = useDesk();
  return (
    <>
      <p>用手机上的验证器应用扫这个码，再填它显示的 6 位数字。</p>
      <div class={styles.qr}>
        <QrCode text={uri} label="验证器应用要扫的码" />
      </div>
      <p>
        扫不了，就在应用里手工输入：<b class={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</b>
      </p>
      <OneField
        label="验证码"
        missing="请填手机上的 6 位数字。"
        act="确认开启"
        busy="正在确认……"
        failed="没有开启。"
        onSend={(code) => api.confirmSecondStep({ code })}
        onDone={({ codes }) => onCodes(codes)}
      />
    </>
  );
}

function Codes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  return (
    <>
      <Note kind="ok" title="两步验证开好了。下次登录要填验证码。">
        下面的备用码只显示这一次。请抄下来收好：手机丢了，每个可以代替验证码用一次。
      </Note>
      <ul class={styles.codes} aria-label="备用码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button kind="primary" onPress={onDone}>
        抄好了
      </Button>
    </>
  );
}

function On({ state, loaded }: OffProps & { readonly state: SecondStep }) {
  const { api } = useDesk();
  return (
    <>
      <p>
        开着。备用码还剩 {state.codesLeft} 个。
        {state.codesLeft <= 2 && '快用完了：关闭后重新开启，就有新的。'}
        换手机，先关闭，再重新开启。
      </p>
      <OneField
        label="现在的密码"
        isPassword
        missing="请填现在的密码。"
        act="关闭两步验证"
        busy="正在关闭……"
        failed="没有关闭。"
        onSend={(password) => api.endSecondStep({ password })}
        onDone={loaded.put}
      />
    </>
  );
}
