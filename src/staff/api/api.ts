import { accountApi } from './account-api.ts';
import { batchApi } from './batch-api.ts';
import { type Ask, askServer, callsBy } from './call.ts';
import { contentApi } from './content-api.ts';
import { fileApi } from './file-api.ts';
import { hallApi } from './hall-api.ts';
import { historyApi } from './history-api.ts';
import { machineApi } from './machine-api.ts';
import { publicationApi } from './publication-api.ts';
import { reviewApi } from './review-api.ts';
import { submissionApi } from './submission-api.ts';
import { timelinessApi } from './timeliness-api.ts';

/** The desk's only way to the server, in parts as the server's own features are. */
export const makeApi = (ask: Ask = askServer) => {
  const calls = callsBy(ask);
  return {
    ...accountApi(calls),
    ...contentApi(calls),
    ...historyApi(calls),
    ...fileApi(calls),
    ...batchApi(calls),
    ...reviewApi(calls),
    ...publicationApi(calls),
    ...hallApi(calls),
    ...timelinessApi(calls),
    ...submissionApi(calls),
    ...machineApi(calls),
  };
};
export type Api = ReturnType<typeof makeApi>;
