/** The passwords in urls, `http://user:password@proxy`, alone and with the user, since a short one is not hidden alone. */
export function urlCredentials(urls: readonly string[]): string[] {
  return urls.flatMap((url) => {
    const [, user = '', password = ''] =
      /^\s*(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#:@]*):([^/?#]*)@/i.exec(url) ?? [];
    return password === '' ? [] : [password, `${user}:${password}`];
  });
}

/** The urls of proxies, as newman takes them from the variables of the process. */
export function proxyUrls(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value = '']) =>
    /^(?:https?|all)_proxy$/i.test(name) ? [value] : [],
  );
}
