const EUR = 'EUR';
const USD = 'USD';
const PLACES = [
    {
        country: 'US',
        currency: USD,
        weight: 30,
        first: 'Ava,Ethan,Maya,Jordan,Grace,Marcus,Olivia,Tyler,Naomi,Diego,Harper,Caleb,Zoe,Andre',
        last: 'Johnson,Nguyen,Garcia,Miller,Brooks,Washington,Kim,Sullivan,Patel,Rivera,Cohen,Bailey',
    },
    {
        country: 'DE',
        currency: EUR,
        weight: 16,
        first: 'Anna,Jonas,Leonie,Felix,Mia,Lukas,Jürgen,Katharina,Emre,Sabine,Moritz,Ayşe',
        last: 'Müller,Schmidt,Weber,Fischer,Yılmaz,Köhler,Becker,Groß,Hoffmann,Vogel,Krüger,Lehmann',
    },
    {
        country: 'GB',
        currency: USD,
        weight: 11,
        first: 'Amelia,Oliver,Isla,Harry,Priya,George,Freya,Alfie,Zara,Callum,Imogen,Rhys',
        last: 'Smith,Taylor,Khan,Evans,Hughes,Singh,MacDonald,Walker,Begum,Wright,O’Connor,Bennett',
    },
    {
        country: 'FR',
        currency: EUR,
        weight: 9,
        first: 'Chloé,Hugo,Léa,Théo,Inès,Mathis,Élodie,Karim,Manon,Benoît,Camille,Yanis',
        last: 'Martin,Bernard,Dubois,Lefèvre,Moreau,Benali,Girard,Roux,Fontaine,Chevalier',
    },
    {
        country: 'ES',
        currency: EUR,
        weight: 6,
        first: 'Lucía,Hugo,Martina,Álvaro,Carmen,Pablo,Nuria,Íñigo,Sofía,Javier',
        last: 'García,Fernández,Muñoz,Ibáñez,Navarro,Castro,Ortega,Peña,Vidal,Serrano',
    },
    {
        country: 'IT',
        currency: EUR,
        weight: 6,
        first: 'Giulia,Lorenzo,Chiara,Matteo,Francesca,Niccolò,Elena,Davide,Sara,Tommaso',
        last: 'Rossi,Bianchi,Ferrari,Esposito,Romano,Colombo,De Luca,Marino,Greco,Conti',
    },
    {
        country: 'NL',
        currency: EUR,
        weight: 5,
        first: 'Sanne,Daan,Fleur,Bram,Lotte,Sem,Noor,Thijs,Maud,Ruben',
        last: 'de Vries,Jansen,van den Berg,Bakker,Visser,Smit,Mulder,El Amrani,Dekker,Kok',
    },
    {
        country: 'IE',
        currency: EUR,
        weight: 3,
        first: 'Aoife,Cian,Niamh,Oisín,Saoirse,Pádraig,Róisín,Declan',
        last: 'Murphy,Byrne,Ó Súilleabháin,Walsh,Doyle,Kavanagh,Nolan,Brennan',
    },
    {
        country: 'GR',
        currency: EUR,
        weight: 2,
        first: 'Ελένη/Eleni,Γιώργος/Giorgos,Μαρία/Maria,Νίκος/Nikos,Κατερίνα/Katerina',
        last: 'Παπαδοπούλου/Papadopoulou,Νικολάου/Nikolaou,Γεωργίου/Georgiou,Βλάχος/Vlachos',
    },
    {
        country: 'BR',
        currency: USD,
        weight: 4,
        first: 'Beatriz,João,Larissa,Thiago,Conceição,Rafael,Luana,Vinícius',
        last: 'Silva,Souza,Araújo,Gonçalves,Ribeiro,Cardoso,Nascimento,Assunção',
    },
    {
        country: 'IN',
        currency: USD,
        weight: 3,
        first: 'Aarav,Ananya,Rohan,Kavya,Vikram,Meera,Arjun,Divya',
        last: 'Sharma,Iyer,Reddy,Chatterjee,Nair,Gupta,Deshmukh,Rao',
    },
    {
        country: 'JP',
        currency: USD,
        weight: 3,
        first: '花子/Hanako,健太/Kenta,陽菜/Hina,大輔/Daisuke,結衣/Yui,翔/Sho',
        last: '佐藤/Sato,鈴木/Suzuki,高橋/Takahashi,田中/Tanaka,渡辺/Watanabe,山本/Yamamoto',
    },
    {
        country: 'UA',
        currency: USD,
        weight: 1,
        first: 'Олена/Olena,Андрій/Andrii,Ірина/Iryna,Тарас/Taras',
        last: 'Шевченко/Shevchenko,Коваленко/Kovalenko,Бондар/Bondar,Мельник/Melnyk',
    },
    {
        country: 'NG',
        currency: USD,
        weight: 1,
        first: 'Chidi,Ngozi,Emeka,Folake,Tunde,Adaeze',
        last: 'Okafor,Adeyemi,Eze,Balogun,Okonkwo,Ibrahim',
    },
];
/** Letters of the lists above that have no accent to be taken off. */
const TRANSCRIBED = { ß: 'ss', ı: 'i', ü: 'ue', ö: 'oe', ä: 'ae' };
/** Meets people; no two of them have the same email address. */
export class People {
    constructor() {
        this.met = new Map();
    }
    meet(random) {
        const { country, currency, first, last } = random.weighted(PLACES, ({ weight }) => weight);
        const [given = '', givenLatin = given] = random.pick(first.split(',')).split('/');
        const [family = '', familyLatin = family] = random.pick(last.split(',')).split('/');
        const name = country === 'JP' ? `${family} ${given}` : `${given} ${family}`;
        const address = `${mailPart(givenLatin)}.${mailPart(familyLatin)}`;
        const namesakes = this.met.get(address) ?? 0;
        this.met.set(address, namesakes + 1);
        const suffix = namesakes === 0 ? '' : String(namesakes + 1);
        return { name, email: `${address}${suffix}@example.com`, country, currency };
    }
}
function mailPart(text) {
    return text
        .toLowerCase()
        .replace(/[ßıüöä]/g, (letter) => TRANSCRIBED[letter] ?? letter)
        .normalize('NFD')
        .replace(/[^a-z]/g, '');
}
//# sourceMappingURL=people.js.map