/** Pages of ours on one machine tell each other what changed in the stores; nothing but the topic is said. */
export type Topic = 'content' | 'outbox';

const channels = new Map<Topic, BroadcastChannel>();

const channelOf = (topic: Topic): BroadcastChannel => {
  const held = channels.get(topic) ?? new BroadcastChannel(`bianminping-${topic}`);
  channels.set(topic, held);
  return held;
};

export const tell = (topic: Topic): void => channelOf(topic).postMessage(null);

/** Hears other pages only, never this one. */
export const listen = (topic: Topic, call: () => void): void =>
  channelOf(topic).addEventListener('message', call);
