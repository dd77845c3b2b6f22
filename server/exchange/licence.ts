// What a licence is called and where its text is read, for the ones that have an address.

/** The name people know of an SPDX name, with the address of its text where we know it. */
export function licenceOf(spdx: string): {
  readonly text: string;
  readonly address: string | null;
} {
  const creative = /^CC-(BY(?:-(?:NC|ND|SA))*)-(\d\.\d)$/.exec(spdx);
  if (creative !== null) {
    const [, terms = '', version = ''] = creative;
    return {
      text: `Creative Commons ${terms} ${version}`,
      address: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
    };
  }
  return spdx === 'CC0-1.0'
    ? { text: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/' }
    : { text: spdx, address: null };
}
