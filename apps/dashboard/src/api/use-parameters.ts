import { useEffect, useState } from 'preact/hooks';

interface Document {
  paths: Record<string, { get?: { parameters?: { name?: string }[] } } | undefined>;
}

let parameters: Promise<ReadonlySet<string>> | undefined;

/** Asked for once: the document is large, and only some pages need to know. */
function readParameters(): Promise<ReadonlySet<string>> {
  parameters ??= fetch(new URL('openapi.json', document.baseURI))
    .then((response) => response.json() as Promise<Document>)
    .then(({ paths }) => {
      const list = paths['/customers']?.get?.parameters ?? [];
      return new Set(list.flatMap(({ name }) => name ?? []));
    })
    .catch(() => {
      parameters = undefined;
      return new Set<string>();
    });
  return parameters;
}

/** The parameters that the list of customers takes on this service, which may be older or newer than the page. */
export function useListParameters(): ReadonlySet<string> {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void readParameters().then(setNames);
  }, []);
  return names;
}
