/** Hands a file to the browser's own saving. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken what it needs once the click is done, but not before.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
