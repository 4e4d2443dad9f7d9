/** What the terms of channel layers mean, each in one sentence, and where the documentation of Channels says it. Loaded late. */
import type { ChannelTermName } from './channel-words.ts';
import type { Meaning } from './terms.ts';

const CHANNELS = 'https://channels.readthedocs.io/en/';

export const CHANNEL_TERMS: Readonly<Record<ChannelTermName, Meaning>> = {
  channel: {
    sentence:
      'A queue with a name: what one process puts there another one takes out, and each message has one reader.',
    page: `${CHANNELS}1.x/concepts.html#what-is-a-channel`,
  },
  'channel layer': {
    sentence: 'What carries messages between processes: it holds the channels and groups, in Redis or in memory.',
    page: `${CHANNELS}stable/topics/channel_layers.html`,
  },
  group: {
    sentence: 'A set of channels with a name: what is sent to it is copied to each member, as far as that has room.',
    page: `${CHANNELS}1.x/concepts.html#groups`,
  },
  capacity: {
    sentence:
      'How many messages a channel holds: a full one refuses the next, and its sender is told, except by a group.',
    page: `${CHANNELS}1.x/asgi.html`,
  },
  expiry: {
    sentence: 'How long a message waits to be read: then it falls out of its channel, and nobody is told.',
    page: `${CHANNELS}1.x/asgi.html`,
  },
  'reply channel': {
    sentence: 'The channel on which the server waits for the answer to one connection; only that server may read it.',
    page: `${CHANNELS}1.x/concepts.html#channel-types`,
  },
  'protocol server': {
    sentence:
      'The process that has the connections of clients, and turns what they send into messages and back: Daphne.',
    page: `${CHANNELS}1.x/deploying.html`,
  },
  worker: {
    sentence: 'A process that takes messages from channels and runs a consumer, a function of the program, for each.',
    page: `${CHANNELS}stable/topics/worker.html`,
  },
  ASGI: {
    sentence:
      'How servers and Python programs talk about a connection: events that are sent and received, as dictionaries.',
    page: 'https://asgi.readthedocs.io/en/latest/introduction.html',
  },
  'channel consumer': {
    sentence:
      'The part of a program that answers one connection, or one kind of message: a class with a method for each event.',
    page: `${CHANNELS}stable/topics/consumers.html`,
  },
  'at-most-once': {
    sentence: 'A message is delivered once or not at all: who takes it and dies has lost it, for no copy is kept.',
    page: `${CHANNELS}stable/channel_layer_spec.html`,
  },
};
