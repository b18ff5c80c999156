import { plainWords } from '../roles/fold';
import type { ListField } from './listFields';

type Titled = Exclude<ListField, 'phone' | 'email'>;

const words = (...languages: string[]): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => language.split(',').map(plainWords)));

/** What tills and address books call the columns of a list of clients (en, nl, de, fr, ro, es, it, pt, ru). */
const SAYS: Readonly<Record<Titled, ReadonlySet<string>>> = {
  name: words(
    'name,full name,client name,customer name,client,customer,contact,contact name,display name,file as,guest,patient,member',
    'naam,klantnaam,klant,volledige naam,relatie',
    'kundenname,kunde,vollständiger name',
    'nom complet,nom client,nom du client,client,nom et prénom,nom prénom,nom',
    'nume complet,nume client,denumire client,nume și prenume,nume',
    'nombre completo,nombre cliente,cliente,nombre',
    'nome completo,nome cliente,nominativo,nome',
    'имя,фио,имя клиента,фио клиента,клиент,пациент,гость,контакт,покупатель,контрагент',
  ),
  first: words(
    'first name,given name,forename,voornaam,vorname,prénom,prenume,nombre,nome,primeiro nome,имя',
    'first,firstname,prenom,customer first name,contact first name',
  ),
  last: words(
    'last name,family name,surname,achternaam,familienaam,nachname,familienname,nom,nom de famille,nume,nume de familie',
    'apellido,apellidos,cognome,sobrenome,apelido,фамилия,last,lastname,customer last name,contact last name',
  ),
  company: words(
    'company,company name,organisation,organization,business name,organization name,organization 1 name',
    'bedrijf,bedrijfsnaam,firma,unternehmen,société,entreprise,raison sociale,companie,empresa,azienda,ragione sociale',
    'default address company,организация,компания,фирма',
  ),
  number: words(
    'customer id,client id,customer number,client number,customer no,client no,customer code,client code,id,number,no,code,member id,member number',
    'card number,loyalty card,loyalty number,customer reference,reference id',
    'klantnummer,klantnr,klantcode,relatiecode,klant id,kundennummer,kundennr,kunden nr,kunden id,nummer,nr',
    'numéro client,code client,n client,id client,cod client,număr client,código cliente,codice cliente,número cliente',
    'код,код клиента,номер клиента,номер карты,карта клиента,id клиента',
  ),
  segment: words(
    'segment,group,groups,customer group,client group,customer type,client type,category,categories,tags,labels,tag,group membership,type',
    'klantgroep,groep,categorie,kundengruppe,gruppe,kategorie,groupe,groupe client,catégorie,étiquettes,grup,grupă,categorie client',
    'grupo,categoría,etiquetas,gruppo,categoria,группа,сегмент,категория,тип,метки,теги',
  ),
  employee: words(
    'employee,staff,account manager,sales person,salesperson,agent,stylist,barber,therapist,preferred staff,preferred employee,served by,owner',
    'medewerker,verkoper,mitarbeiter,verkäufer,betreuer,vendeur,vendeuse,conseiller,commercial,agent,vânzător,angajat',
    'vendedor,empleado,venditore,addetto,менеджер,мастер,продавец,сотрудник,ответственный',
  ),
  birthday: words(
    'birthday,birth day,date of birth,birth date,birthdate,dob,born',
    'verjaardag,geboortedatum,geburtstag,geburtsdatum,anniversaire,date de naissance,né le',
    'zi de naștere,data nașterii,data de naștere,cumpleaños,fecha de nacimiento,compleanno,data di nascita,aniversário,data de nascimento',
    'день рождения,дата рождения,др',
  ),
  note: words(
    'note,notes,comment,comments,remark,remarks,memo,description',
    'opmerking,opmerkingen,notitie,notities,bemerkung,bemerkungen,notiz,notizen,remarque,remarques,commentaire,commentaires',
    'observații,notă,note,nota,notas,comentario,observaciones,osservazioni,commento,observações',
    'примечание,примечания,комментарий,заметка,заметки',
  ),
  wishes: words(
    'wishes,wish,preferences,preference,likes,wensen,voorkeuren,wünsche,vorlieben,préférences,souhaits,preferințe,dorințe',
    'preferencias,deseos,preferenze,desideri,preferências,пожелания,предпочтения',
  ),
  address: words(
    'address,street,street address,address 1,address1,address line 1,adres,straat,adresse,straße,anschrift,rue,adresă,stradă',
    'dirección,calle,indirizzo,via,endereço,адрес,улица,default address address1,home address,postal address,address 1 formatted',
  ),
  zip: words(
    'zip,zip code,postcode,postal code,post code,postleitzahl,plz,code postal,cod poștal,código postal,cap,cep,индекс,почтовый индекс',
    'default address zip',
  ),
  city: words(
    'city,town,stad,plaats,gemeente,ort,stadt,ville,oraș,localitate,ciudad,città,cidade,город,default address city',
  ),
};

/** Whether a title is one of the names of a field; titles of phones and e-mails are known from files of sales. */
export const saysField = (title: string, field: Titled): boolean => SAYS[field].has(plainWords(title));
