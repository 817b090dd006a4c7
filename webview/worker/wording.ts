/** The worker's own words in the user's language. */
import { formatMessage, type Message } from '../../src/python/message.ts';

export type Localise = (text: Message) => string;

/** @param strings English template -> translation, as the page hands them over */
export function localiser(strings: Readonly<Record<string, string>>): Localise {
  return text => formatMessage(text, template => strings[template] ?? template);
}
