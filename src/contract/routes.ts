/** Addresses and media types that both sides share. A screen believes no answer that lacks the product's own media type. */

export const MEDIA_TYPE = 'application/vnd.bianminping+json';
/** One JSON object a line. */
export const LINES_MEDIA_TYPE = 'application/vnd.bianminping.lines+json';

export const routes = {
  head: '/api/content/head',
  change: (from: number, to: number) => `/api/content/change/${from}/${to}`,
  page: (from: number, to: number, page: number) => `/api/content/change/${from}/${to}/${page}`,
  object: (digest: string) => `/api/content/object/${digest}`,
  /** Bytes of a picture or of an attachment that a published entry names. */
  file: (digest: string) => `/api/content/file/${digest}`,
  /** Server-sent events: `head` {number}, `beat` every 15 s. */
  events: '/api/events',
  machine: '/api/machine',
  submission: (id: string) => `/api/submission/${id}`,
  progress: '/api/progress',
  /** What browsers say of the content security policy. */
  report: '/api/report',
  /** What screens say of themselves. */
  incident: '/api/incident',
  /** In place of `/api/staff`: the same addresses in one's own practice hall. */
  practice: '/api/practice',
  staff: {
    session: '/api/staff/session',
    password: '/api/staff/password',
    /** For who was invited and has no password yet. */
    welcome: '/api/staff/welcome',
    secondStep: '/api/staff/second-step',
    secondStepSecret: '/api/staff/second-step/secret',
    secondStepConfirmation: '/api/staff/second-step/confirmation',
    secondStepEnd: '/api/staff/second-step/end',
    /** One's own. */
    sessions: '/api/staff/sessions',
    sessionsEnd: '/api/staff/sessions/end',
    audit: '/api/staff/audit',
    auditCheck: '/api/staff/audit/check',
    people: '/api/staff/people',
    person: (id: string) => `/api/staff/people/${id}`,
    personInvitation: (id: string) => `/api/staff/people/${id}/invitation`,
    personSessionsEnd: (id: string) => `/api/staff/people/${id}/sessions-end`,
    personDisabling: (id: string) => `/api/staff/people/${id}/disabling`,
    personEnabling: (id: string) => `/api/staff/people/${id}/enabling`,
    today: '/api/staff/today',
    entries: '/api/staff/entry',
    entry: (id: string) => `/api/staff/entry/${id}`,
    entryMove: (id: string) => `/api/staff/entry/${id}/move`,
    entryEnd: (id: string) => `/api/staff/entry/${id}/end`,
    entryComment: (id: string) => `/api/staff/entry/${id}/comment`,
    commentDone: (id: string, n: number) => `/api/staff/entry/${id}/comment/${n}/done`,
    entrySheet: (id: string) => `/api/staff/entry/${id}/sheet`,
    entryNamedBy: (id: string) => `/api/staff/entry/${id}/named-by`,
    entryMask: (id: string) => `/api/staff/entry/${id}/mask`,
    /** Takes a file's bytes; says what was made of it. */
    files: '/api/staff/file',
    file: (digest: string) => `/api/staff/file/${digest}`,
    /** Bytes of the file itself, or of a picture made of it. */
    fileBytes: (digest: string) => `/api/staff/file/${digest}/bytes`,
    /** Lists that come as spreadsheets: what is read becomes a batch. */
    batches: '/api/staff/batch',
    batch: (id: string) => `/api/staff/batch/${id}`,
    batchRows: (id: string) => `/api/staff/batch/${id}/row`,
    batchReport: (id: string) => `/api/staff/batch/${id}/report`,
    batchStart: (id: string) => `/api/staff/batch/${id}/start`,
    batchStop: (id: string) => `/api/staff/batch/${id}/stop`,
    batchUndo: (id: string) => `/api/staff/batch/${id}/undo`,
    batchSend: (id: string) => `/api/staff/batch/${id}/send`,
    template: (kind: string) => `/api/staff/template/${kind}`,
    /** What is here, as spreadsheets and as the files that `content:import` reads. */
    exportList: (kind: string) => `/api/staff/export/list/${kind}`,
    exportEntries: '/api/staff/export/entries',
    exportFiles: '/api/staff/export/files',
    exportZip: '/api/staff/export/zip',
    reviewWay: '/api/staff/review-way',
    entryHistory: (id: string) => `/api/staff/entry/${id}/history`,
    entryRevision: (id: string, revision: number) => `/api/staff/entry/${id}/revision/${revision}`,
    entryRestoration: (id: string) => `/api/staff/entry/${id}/restoration`,
    writings: '/api/staff/writing',
    /** What was typed there and given up. */
    pastWritings: (id: string) => `/api/staff/writing/${id}/past`,
    pastWriting: (id: string, n: number) => `/api/staff/writing/${id}/past/${n}`,
    hallHistory: '/api/staff/hall/history',
    hallVersion: (key: string) => `/api/staff/hall/history/${key}`,
    writing: (id: string) => `/api/staff/writing/${id}`,
    hall: '/api/staff/hall',
    /** Titles of what is published. */
    hallEntries: '/api/staff/hall/entries',
    hallDecision: '/api/staff/hall/decision',
    publication: '/api/staff/publication',
    snapshots: '/api/staff/snapshot',
    rollback: '/api/staff/rollback',
    rollbackPlan: (to: number) => `/api/staff/rollback/${to}`,
    timeliness: '/api/staff/timeliness',
    dueItems: '/api/staff/due-item',
    dueItemSettlement: (id: string) => `/api/staff/due-item/${id}/settlement`,
    digest: (from: string) => `/api/staff/digest/${from}`,
    accountability: (from: string, until: string) => `/api/staff/accountability/${from}/${until}`,
    submissions: '/api/staff/submission',
    submission: (id: string) => `/api/staff/submission/${id}`,
    opening: (id: string) => `/api/staff/submission/${id}/opening`,
    submissionMove: (id: string) => `/api/staff/submission/${id}/move`,
    /** What was proposed there: a chief decides, an officer takes it back. */
    proposalDecision: (id: string) => `/api/staff/submission/${id}/proposal/decision`,
    proposalTakeBack: (id: string) => `/api/staff/submission/${id}/proposal/take-back`,
    machines: '/api/staff/machine',
    machinePlace: (id: string) => `/api/staff/machine/${id}/place`,
    machineConfirmation: (id: string) => `/api/staff/machine/${id}/confirmation`,
    machineRevocation: (id: string) => `/api/staff/machine/${id}/revocation`,
    incidents: '/api/staff/incident',
    incidentsSeen: '/api/staff/incident/seen',
  },
} as const;
