/** Words of a shop's file in one language: made-up clients and wares, about as rich in accents as real ones. */
export interface ShopWords {
  readonly titles: string;
  readonly names: readonly string[];
  readonly wares: readonly string[];
}

/** The words the encoding detector was tuned on. */
export const TUNED: Readonly<Record<string, ShopWords>> = {
  fr: {
    titles: 'Date;Client;Libellé;Montant réglé',
    names: ['Hélène Marchand', 'Paul Durand', 'François Noël', 'Société Lefèvre', 'Anne Petit', 'Chloé Côté'],
    wares: ['Crème brûlée', 'Bouquet', 'Gâteau', 'Bûche de Noël', 'Pain', 'Café glacé'],
  },
  nl: {
    titles: 'Datum;Klant;Omschrijving;Bedrag',
    names: ['Daniëlle Bakker', 'Jan de Vries', 'Zoë Willems', 'Piet Smit', 'René Coördinaat', 'Anna Jansen'],
    wares: ['Bos rozen', 'Crème fraîche', 'Geïmporteerd', 'Brood', 'Reünie', 'Koffie'],
  },
  de: {
    titles: 'Datum;Kunde;Artikel;Betrag',
    names: ['Jürgen Müller', 'Anna Schmidt', 'Käthe Größer', 'Hans Weiß', 'Jörg Bäcker', 'Petra Lang'],
    wares: ['Brötchen', 'Strauß', 'Kaffee', 'Gemüse', 'Käse', 'Frühstück für zwei'],
  },
  ru: {
    titles: 'Дата;Клиент;Товар;Сумма',
    names: ['Иванова Анна', 'Пётр Щукин', 'ООО Ромашка', 'Сергей Ильин', 'Юлия Фёдорова', 'Жанна Цой'],
    wares: ['Розы белые', 'Букет', 'Хлеб ржаной', 'Чай', 'Эклер', 'Подарочный набор'],
  },
  ro: {
    titles: 'Data;Denumire;Produs;Valoare încasată',
    names: ['Ştefan Ţugui', 'Ion Popescu', 'Mădălina Băsescu', 'Ana Pop', 'Răzvan Ionaşcu', 'Brânduşa Vîlcu'],
    wares: ['Pâine', 'Brânză', 'Cafea', 'Mărţişor', 'Flori de câmp', 'Tort'],
  },
  pl: {
    titles: 'Data;Klient;Nazwa;Wartość',
    names: [
      'Łukasz Żółć',
      'Anna Kowalska',
      'Małgorzata Dąbrowska',
      'Jan Nowak',
      'Zbigniew Wójcik',
      'Józef Śliwa',
    ],
    wares: ['Róża', 'Chleb', 'Pączek', 'Kawa', 'Usługa fryzjerska', 'Goździk'],
  },
};

/** The text of a sales file of so many rows, without any sign beyond the words but the euro where asked for. */
export function shopText({ titles, names, wares }: ShopWords, rows: number, sign = ''): string {
  const lines = [titles];
  for (let i = 0; i < rows; i++) {
    const day = String((i % 28) + 1).padStart(2, '0');
    lines.push(
      `${day}.0${(i % 9) + 1}.2026;${names[(i * 5) % names.length]};${wares[(i * 7) % wares.length]};${10 + (i % 90)},50${sign}`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Words it was never tuned on: other languages, and other names in the same ones. Do not tune on them. */
export const HELD_OUT: Readonly<Record<string, ShopWords>> = {
  cs: {
    titles: 'Datum;Zákazník;Zboží;Částka',
    names: ['Tomáš Růžička', 'Eva Malá', 'Jiřina Kučerová', 'Petr Havel', 'Zdeněk Šťastný', 'Lenka Bílá'],
    wares: ['Houska', 'Kytice', 'Střih vlasů', 'Dárkový koš', 'Svíčka', 'Čaj'],
  },
  sk: {
    titles: 'Dátum;Zákazník;Tovar;Suma',
    names: ['Ľubomír Hruška', 'Peter Novák', 'Žofia Kráľová', 'Ján Tóth', 'Mária Vargová', 'Eva Šimková'],
    wares: ['Ruža', 'Darčekový kôš', 'Chlieb', 'Káva', 'Účes', 'Sviečka'],
  },
  hu: {
    titles: 'Dátum;Vevő;Megnevezés;Összeg',
    names: ['Szűcs Gergő', 'Kiss Anna', 'Nagy Béla', 'Tőzsér Ildikó', 'Horváth Zsófia', 'Fülöp Ágnes'],
    wares: ['Kifli', 'Rózsa', 'Hajvágás', 'Gyümölcskosár', 'Szőlőlé', 'Torta'],
  },
  hr: {
    titles: 'Datum;Kupac;Naziv;Iznos',
    names: ['Željko Šarić', 'Ana Horvat', 'Đurđica Kovač', 'Ivan Babić', 'Mate Perić', 'Lucija Čačić'],
    wares: ['Ruže', 'Kruh', 'Šišanje', 'Kava', 'Voćna košara', 'Svijeća'],
  },
  es: {
    titles: 'Fecha;Cliente;Descripción;Importe',
    names: ['María Núñez', 'José Ibáñez', 'Lucía Gómez', 'Pedro Ramos', 'Begoña Martín', 'Ana Ruiz'],
    wares: ['Champú', 'Ramo de rosas', 'Café', 'Pan', 'Peluquería niños', 'Jabón'],
  },
  pt: {
    titles: 'Data;Cliente;Descrição;Valor',
    names: ['Conceição Araújo', 'João Gonçalves', 'Ana Lima', 'Inês Falcão', 'Luís Simões', 'Rui Costa'],
    wares: ['Pão', 'Cabeleireiro', 'Flores', 'Maçãs', 'Sabonete', 'Coração'],
  },
  it: {
    titles: 'Data;Cliente;Quantità;Importo',
    names: ['Niccolò Rossi', 'Anna Bianchi', 'Società Agricola', 'Mario Verdì', 'Carla Conti', 'Zoé Forlì'],
    wares: ['Caffè', 'Pane', 'Taglio', 'Tè alla menta', 'Fiori di lillà', 'Torta'],
  },
  sv: {
    titles: 'Datum;Kund;Benämning;Belopp',
    names: ['Åke Lindström', 'Eva Berg', 'Göran Åström', 'Lars Nyqvist', 'Märta Sjöberg', 'Per Holm'],
    wares: ['Bröd', 'Rosor', 'Hårklippning', 'Kaffe', 'Kanelbulle', 'Äpplen'],
  },
  da: {
    titles: 'Dato;Kunde;Vare;Beløb',
    names: ['Søren Kjær', 'Mette Holm', 'Åse Nørgaard', 'Bo Jensen', 'Lærke Sørensen', 'Jens Bæk'],
    wares: ['Rugbrød', 'Blomster', 'Klipning', 'Æblekage', 'Kaffe', 'Smørrebrød'],
  },
  tr: {
    titles: 'Tarih;Müşteri;Ürün;Tutar',
    names: ['Ayşe Yılmaz', 'Çağrı Öztürk', 'Mehmet Kaya', 'Işıl Güneş', 'Gökçe Şahin', 'Ali Demir'],
    wares: ['Ekmek', 'Gül buketi', 'Saç kesimi', 'Kahve', 'Yağ', 'Çay'],
  },
  uk: {
    titles: 'Дата;Покупець;Назва;Сума',
    names: [
      'Олена Ткаченко',
      'Іван Гриценко',
      'Юрій Їжакевич',
      'ТОВ Квітка',
      'Марія Шевчук',
      'Євген Лисенко',
    ],
    wares: ['Троянди', 'Хліб', 'Стрижка', 'Кава', 'Подарунок', 'Свічка'],
  },
  bg: {
    titles: 'Дата;Клиент;Стока;Сума',
    names: [
      'Георги Димитров',
      'Мария Стоянова',
      'Ангел Жеков',
      'Цветелина Попова',
      'Иван Ганчев',
      'Яна Щерева',
    ],
    wares: ['Хляб', 'Букет рози', 'Подстригване', 'Кафе', 'Мед', 'Сапун'],
  },
  fr2: {
    titles: 'Jour;Acheteur;Désignation;Total payé',
    names: ['Gaëlle Bénard', 'Luc Morel', 'Jérôme Guérin', 'Maïté Roy', 'Cécile Brûlé', 'Marc Gérard'],
    wares: ['Coiffure', 'Pâté maison', 'Éclair', 'Thé vert', 'Œufs frais', 'Savon'],
  },
  de2: {
    titles: 'Tag;Käufer;Bezeichnung;Summe',
    names: ['Günther Köhler', 'Uwe Braun', 'Bärbel Krüger', 'Ines Vogt', 'Sören Strauß', 'Tim Böhm'],
    wares: ['Haarschnitt', 'Blütenhonig', 'Öl', 'Kräutertee', 'Seife', 'Süßes'],
  },
  nl2: {
    titles: 'Dag;Koper;Artikel;Totaal',
    names: ['Joëlle Kuipers', 'Kees Mol', 'Chloë Dekker', 'Wim Bos', 'Noëlle Vos', 'Ria Kok'],
    wares: ['Knippen', 'Coördinatie', 'Thee', 'Privé les', 'Zeep', 'Appels'],
  },
  ru2: {
    titles: 'День;Покупатель;Наименование;Итог',
    names: ['Кузнецов Олег', 'ИП Громова', 'Алла Борисовна', 'Тимур Хасанов', 'Виктория Зуева', 'Егор Мухин'],
    wares: ['Стрижка', 'Мыло', 'Цветочный мёд', 'Пирог', 'Кофе', 'Яблоки'],
  },
  ro2: {
    titles: 'Ziua;Cumpărător;Articol;Sumă plătită',
    names: [
      'Cătălin Ţurcanu',
      'Elena Stan',
      'Ileana Crăciun',
      'Dan Munteanu',
      'Şerban Mihăilă',
      'Ioana Rusu',
    ],
    wares: ['Tunsoare', 'Miere', 'Săpun', 'Ceai', 'Coş cadou', 'Mere'],
  },
  pl2: {
    titles: 'Dzień;Nabywca;Towar;Kwota opłacona',
    names: ['Grażyna Wiśniewska', 'Adam Lis', 'Paweł Zając', 'Ewa Górska', 'Błażej Król', 'Maria Kot'],
    wares: ['Strzyżenie', 'Mydło', 'Miód', 'Herbata', 'Kosz prezentowy', 'Jabłka'],
  },
};
