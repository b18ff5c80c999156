import type { Segment } from './catalogue';
import { oneOf, wholeBetween, type Draw } from './seededDraw';

const FIRST_NAMES = (
  'Ada Aino Alba Alexei Amara Anders Andrei Anouk Arjun Astrid Aylin Bea Bogdan Camille Carla Chiara Clara Dan Daria ' +
  'Diego Dimitri Elif Emil Emma Enzo Esra Eva Farah Felix Femi Fiona Freya Gabriel Giulia Greta Hana Hugo Ida Ilinca ' +
  'Ines Ioana Irina Isak Ivo Jana Joana Juri Kaito Karim Katya Klara Lars Leila Lena Leo Lidia Linnea Luca Lucie ' +
  'Magda Maja Malik Marco Mateo Mei Mila Mira Nadia Nikolai Nils Nina Noor Olga Oscar Otto Paula Pavel Petra Priya ' +
  'Radu Rafael Rosa Ruben Samir Sara Selma Silvia Sofia Stefan Tamar Tariq Tessa Tomas Uma Vera Viktor Yara Yusuf Zoe'
).split(' ');

const LAST_NAMES = (
  'Abel Achterberg Adeyemo Almgren Amato Andresen Arslan Balan Barros Bellini Berg Bianchini Bloem Borodin Brandt ' +
  'Calder Caruso Castell Ceban Chandra Codreanu Corvino Dahl Danilov Demir Dietz Dorsey Dumas Eklund Engel Faber ' +
  'Fallon Farkas Ferro Fontana Frost Galan Garnier Gomes Grau Haddad Halvorsen Hartig Hidalgo Holm Horvat Ibarra ' +
  'Ivanenko Jansson Kaplan Karlsen Keller Kimura Klein Kovar Kruger Laurent Lazar Lehto Lindahl Lopes Lund Madsen ' +
  'Maier Marchetti Marin Matei Mehta Meyer Moreau Munteanu Navarro Novak Nyberg Okafor Olsen Oyelaran Pascal Pavlenko ' +
  'Pereira Petrov Popa Quist Rahman Ravn Reyes Ricci Rossetti Rusu Sandoval Santos Sato Schaefer Serra Silva Sorin ' +
  'Stoica Strand Szabo Tanaka Teixeira Toma Urban Valente Varga Vidal Vogel Voss Weber Winkler Wolff Yildiz Zanetti Zeman'
).split(' ');

const FIRMS: Record<Exclude<Segment, 'Private'>, readonly string[]> = {
  Company: [
    'Architects',
    'Dental Practice',
    'Law Office',
    'Insurance',
    'Opticians',
    'Fitness',
    'Real Estate',
    'Salon',
  ],
  Restaurant: ['Trattoria', 'Bistro', 'Café', 'Tavern'],
  'Wedding planner': ['Weddings', 'Events', 'Celebrations'],
};

/** A name nobody is meant by: a person for private clients, a house for the others. */
export function madeUpName(draw: Draw, segment: Segment): string {
  const last = oneOf(draw, LAST_NAMES);
  if (segment === 'Private') return `${oneOf(draw, FIRST_NAMES)} ${last}`;
  const kind = oneOf(draw, FIRMS[segment]);
  return segment === 'Restaurant' ? `${kind} ${last}` : `${last} ${kind}`;
}

/**
 * A telephone number that rings nowhere: ranges kept free for fiction in France (06 39 98), Britain (07700 900) and Berlin (030 23125).
 * `serial` (0-999) makes it differ from the others; a tenth of the clients left none (empty text).
 */
export function fictionalPhone(draw: Draw, serial: number): string {
  const three = String(serial).padStart(3, '0');
  const kind = draw();
  if (kind < 0.1) return '';
  if (kind < 0.7) return `+33 6 39 98 ${three[0]}${wholeBetween(draw, 0, 9)} ${three.slice(1)}`;
  return kind < 0.9 ? `+44 7700 900${three}` : `+49 30 23125 ${three}`;
}

/** An address under a domain reserved for examples (RFC 2606); two in five clients have one, the others an empty text. */
export function fictionalEmail(draw: Draw, name: string): string {
  if (draw() >= 0.4) return '';
  const local = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return `${local}@${draw() < 0.7 ? 'example.com' : 'example.org'}`;
}
