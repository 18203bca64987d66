/**
 * A file that is let go beside a place for files would be opened by the browser, over the desk or in its stead. Places that take files
 * say so themselves; everywhere else it comes to nothing.
 */
export function keepPage(page: Window): void {
  for (const name of ['dragover', 'drop'] as const)
    page.addEventListener(name, (event) => {
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    });
}
