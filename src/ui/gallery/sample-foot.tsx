import { signal } from '@preact/signals';
import { FootBar } from '../foot-bar.tsx';

const isLow = signal(false);

/** The five cells of the product's foot bar, as a sample. */
export function SampleFoot({ isHome = false }: { readonly isHome?: boolean }) {
  const go = (hash: string) => () => {
    location.hash = hash;
  };
  return (
    <FootBar
      label="常用"
      cells={[
        { icon: 'chevron-left', label: '上一步', onPress: () => history.back(), disabled: isHome },
        { icon: 'house', label: '首页', onPress: go('#home'), disabled: isHome },
        { icon: 'type', label: '大字', onPress: growText },
        { icon: 'volume-2', label: '朗读', onPress: go('#parts') },
        {
          icon: 'arrow-down-to-line',
          label: '按钮下移',
          isPressed: isLow.value,
          onPress: () => {
            isLow.value = !isLow.value;
          },
        },
      ]}
    />
  );
}

export function isLowSample(): boolean {
  return isLow.value;
}

function growText(): void {
  const { dataset } = document.documentElement;
  const steps = ['normal', 'large', 'huge'];
  dataset.textSize = steps[(steps.indexOf(dataset.textSize ?? 'normal') + 1) % steps.length];
}
