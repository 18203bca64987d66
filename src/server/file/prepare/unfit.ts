import type { FileFault } from '../../../contract/file.ts';

/** Thrown anywhere in a preparation; `prepareFile` alone catches it. */
export class Unfit extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}
