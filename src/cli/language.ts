/** The language of what the command line says: `--lang`, else that of the system. */
import { formatMessage, type Message } from '../python/message.ts';
import { type CommandEnvironment, UsageError } from './environment.ts';

export type Localise = (text: Message) => string;

export const LANGUAGES = ['en', 'zh-cn'] as const;
export type Language = (typeof LANGUAGES)[number];

/** @throws UsageError for a language that there is no translation for */
export function chosenLanguage(option: string | undefined, environment: CommandEnvironment): Language {
  if (option === undefined) {
    const { LC_ALL, LC_MESSAGES, LANG } = environment.variables;
    return /^zh([-_]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh-cn' : 'en';
  }
  const wanted = option.toLowerCase().replace('_', '-');
  const known = LANGUAGES.find(language => language === wanted);
  if (known === undefined) throw new UsageError(`--lang takes ${LANGUAGES.join(' or ')}, not ${option}`);
  return known;
}

/** Loads the translations, which are those of the extension. */
export async function loadLanguage(language: Language): Promise<Localise> {
  if (language === 'en') return text => formatMessage(text);
  const file = await import('../../l10n/bundle.l10n.zh-cn.json', { with: { type: 'json' } });
  const translations: Readonly<Record<string, string>> = file.default;
  return text => formatMessage(text, template => translations[template] ?? template);
}
