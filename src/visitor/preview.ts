import { claimOwnDatabase } from './store/preview-database.ts';

/**
 * The visitor's app in the desk's frame, with drafts laid over what is published. Another page and another build than the visitor's:
 * who opens the hall's screen loads nothing of it. The content store reads its database's name when it is loaded, hence the order.
 */
void claimOwnDatabase(document.documentElement).then(() => import('./preview-app.tsx'));
