/** Something that instances tell each other; its type is that of its messages. */
export class Topic<Message extends object> {
  declare readonly message: Message;

  constructor(readonly name: string) {}
}

/** A message on its way. */
export const messageText = <Message extends object>(
  topic: Topic<Message>,
  message: Message,
): string => JSON.stringify([topic.name, message]);

type Handler = (message: object) => void;

/** Who wants to hear of what. */
export class Subscriptions {
  private readonly handlers = new Map<string, Handler[]>();

  on<Message extends object>(topic: Topic<Message>, handler: (message: Message) => void): void {
    const handlers = this.handlers.get(topic.name) ?? [];
    this.handlers.set(topic.name, [...handlers, handler as Handler]);
  }

  /** What is no message of ours, or of a version that knows other topics, is nobody's. */
  deliver(text: string): void {
    const [name, message] = parsed(text);
    if (typeof name !== 'string' || typeof message !== 'object' || message === null) return;
    for (const handler of this.handlers.get(name) ?? []) handler(message);
  }
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
