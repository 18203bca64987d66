import { useSignal } from '@preact/signals';
import { DefinitionList } from '../definition-list.tsx';
import { Disclosure } from '../disclosure.tsx';
import { FactsRow } from '../facts-row.tsx';
import { LinkList } from '../link-list.tsx';
import { NumberedList } from '../numbered-list.tsx';
import { PageControls } from '../page-controls.tsx';
import { ScrollArea } from '../scroll-area.tsx';
import { SideNote } from '../side-note.tsx';
import { VirtualList } from '../virtual-list.tsx';
import { ZoomPane } from '../zoom-pane.tsx';
import styles from './gallery.module.css';
import { Part } from './part.tsx';

const nothing = () => {};

const ROWS = [
  { key: 'a', label: '2024 年度财政决算', hint: '财政所 · 2025年3月1日', note: '示例' },
  { key: 'b', label: '城乡居民基本医疗保险参保缴费', hint: '大家叫它新农合' },
];

const METADATA = [
  { term: '索引号', detail: '11220821MB1A2B3C-2024-00012' },
  { term: '发布机构', detail: '嘎什根乡人民政府' },
  { term: '成文日期', detail: '2024年3月12日' },
];

export function LongParts() {
  const page = useSignal(1);
  return (
    <>
      <Part
        name="FactsRow, DefinitionList, Disclosure, SideNote"
        use="先问的两三件事放大；一项一项的写成表；不是人人要看的折起来。"
      >
        <FactsRow
          facts={[
            { value: '当场办', note: '一般 10 分钟' },
            { value: '10 元', note: '工本费' },
          ]}
        />
        <DefinitionList isRuled rows={METADATA} />
        <Disclosure summary="法律依据" note="2 条">
          <p>《中华人民共和国政府信息公开条例》第二十九条。</p>
        </Disclosure>
        <SideNote>为什么问：条例要求写明“获取信息的方式、途径”。</SideNote>
      </Part>
      <Part
        name="LinkList, NumberedList, PageControls"
        use="去别处的一行行；先后的几步；翻页总在两个老地方。"
      >
        <LinkList label="结果" rows={ROWS} onPress={nothing} />
        <NumberedList
          items={[{ label: '工作人员登记并核对', note: '当天' }, { label: '12月3日（周四）前答复' }]}
        />
        <PageControls
          page={page.value}
          pages={7}
          onPage={(next) => {
            page.value = next;
          }}
        />
      </Part>
      <Windows />
    </>
  );
}

function Windows() {
  return (
    <>
      <Part name="ScrollArea" use="长文字放在一个框里：手指能滑，也有两个大按钮。">
        <div class={styles.window}>
          <ScrollArea label="公开指南">
            {Array.from({ length: 14 }, (_, at) => (
              <p
                key={at}
              >{`第${at + 1}条　行政机关应当及时、准确地公开政府信息，方便公民、法人和其他组织获取。`}</p>
            ))}
          </ScrollArea>
        </div>
      </Part>
      <Part name="VirtualList" use="一万行也只画看得见的。">
        <div class={styles.window}>
          <VirtualList
            label="目录"
            count={10_000}
            rowUnits={96}
            row={(index) => <button type="button">{`第 ${index + 1} 条`}</button>}
          />
        </div>
      </Part>
      <Part name="ZoomPane" use="要凑近看的图：按按钮放大，不用两个手指。">
        <div class={styles.window}>
          <ZoomPane label="流程图" width={900} height={600}>
            <svg viewBox="0 0 900 600" width="900" height="600" role="img" aria-label="示例图">
              <rect x="250" y="60" width="400" height="110" rx="55" fill="var(--touch)" />
              <rect
                x="250"
                y="400"
                width="400"
                height="110"
                rx="14"
                fill="none"
                stroke="currentColor"
                stroke-width="3"
              />
              <path d="M450 170v230" stroke="currentColor" stroke-width="3" />
            </svg>
          </ZoomPane>
        </div>
      </Part>
    </>
  );
}
