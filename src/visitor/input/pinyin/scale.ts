/** Costs in the data are this many steps to one nat: what compile.mjs multiplied by (scale.mjs). */
export const SCALE = 13;
