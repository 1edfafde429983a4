/** Given names by how often they are drawn: the first ones most. */
export const GIVEN_NAMES = (
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard ' +
  'Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty ' +
  'Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua ' +
  'Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie Jason ' +
  'Rebecca Edward Sharon Jeffrey Laura Ryan Cynthia Jacob Amy Gary Kathleen Nicholas Angela Eric ' +
  'José Zoë Jürgen Łukasz Søren Chloé Müge Renée Ángel Jörg Noël Inés Håkon Wei Aiko Yusuf Fatima ' +
  'Olga Ivan Priya Arjun Mei Hiroshi Amara Kwame Leila Omar Ingrid Mateo Lucía Giulia Pierre'
).split(' ');

/** Family names, the same way. */
export const FAMILY_NAMES = (
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez ' +
  'Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris ' +
  'Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill ' +
  'Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Müller Schmidt ' +
  'Schneider Fischer Weber Rossi Russo Ferrari Bianchi Dubois Laurent Lefèvre Kowalski Nowak ' +
  'Novák Horvat Andersson Hansen Olsen Virtanen Ivanova Petrov Yılmaz Kaya Tanaka Suzuki Kim Park ' +
  "Chen Wang Zhang Patel Singh Kumar Okafor Mensah Haddad Cohen O'Brien Saint-Clair van-Dijk"
).split(' ');

/** Where most people have their mail; the others have it at their company's. */
export const MAIL_DOMAINS = [
  ...Array<string>(11).fill('gmail.com'),
  ...Array<string>(3).fill('yahoo.com'),
  ...Array<string>(2).fill('outlook.com'),
  'hotmail.com',
  'icloud.com',
  'web.de',
  'proton.me',
];

/** Only the first customers of a workspace have it: what matches is all old. */
export const OLD_DOMAIN = 'pioneers.example';

/** The names without their accents and signs, as they stand in addresses. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/giu, 'l')
    .replace(/ø/giu, 'o')
    .replace(/ı/gu, 'i')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
