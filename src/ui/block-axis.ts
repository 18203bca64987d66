/** Lines follow each other downwards, or to the right where they run down themselves (`writing-mode: vertical-lr`). */
const isUpright = (element: Element): boolean => getComputedStyle(element).writingMode.startsWith('vertical');

interface BlockAxis {
  /** How far it is scrolled. */
  readonly at: number;
  /** What shows, and all there is. */
  readonly view: number;
  readonly whole: number;
  readonly by: (distance: number) => ScrollToOptions;
}

/** A box along the way in which its lines follow each other: what scrolls does so in every script. */
export const blockAxis = (element: HTMLElement): BlockAxis =>
  isUpright(element)
    ? {
        at: element.scrollLeft,
        view: element.clientWidth,
        whole: element.scrollWidth,
        by: (distance) => ({ left: distance }),
      }
    : {
        at: element.scrollTop,
        view: element.clientHeight,
        whole: element.scrollHeight,
        by: (distance) => ({ top: distance }),
      };

/** The room that it takes along that way. */
export const blockSizeOf = (element: HTMLElement): number =>
  isUpright(element) ? element.offsetWidth : element.offsetHeight;
