import type { Field } from '../fields';
import { plainWords } from './fold';

/** What tills and shop systems call a column; titles are compared as plain words (see `plainWords`). */
export interface TitleWords {
  /** How surely the words name the field, 0.6-1: the first of each language best. */
  readonly says: ReadonlyMap<string, number>;
  /** Words that turn a title into something else: "ship date" is not when the sale was made. */
  readonly unless: readonly string[];
}

const list = (text: string) => text.split(',').map(plainWords);

function words(languages: readonly string[], unless: string): TitleWords {
  const says = new Map<string, number>();
  for (const language of languages) {
    const own = list(language);
    for (const [at, title] of own.entries())
      says.set(title, Math.max(says.get(title) ?? 0, 1 - (0.4 * at) / own.length));
  }
  return { says, unless: list(unless) };
}

/** For each field one text a language (en, nl, de, fr, ro, es, it, ru), best title first. */
export const TITLE_WORDS: Readonly<Record<Field, TitleWords>> = {
  date: words(
    [
      `date,sale date,order date,invoice date,transaction date,purchase date,payment date,date of sale,created at,created,date time,datetime,
      transaction creation date,paid at,paid date,timestamp,transaction timestamp,time stamp,day,visit date,appointment date`,
      'datum,verkoopdatum,factuurdatum,besteldatum,bondatum,orderdatum',
      'datum,verkaufsdatum,rechnungsdatum,belegdatum,bestelldatum,buchungsdatum,kaufdatum',
      'date,date vente,date de vente,date facture,date commande,date achat,date ticket,ecriture date,piece date,date operation,moment',
      'data,data vanzarii,data facturii,data comenzii,data emiterii',
      'fecha,fecha venta,fecha factura,fecha pedido',
      'data,data vendita,data fattura,data ordine',
      'дата,дата продажи,дата чека,дата заказа,дата документа,дата операции,дата и время,дата время,период',
    ],
    `ship,shipped,shipping,due,birth,birthday,first,last,delivery,delivered,expected,payout,valid,expiry,expires,end,start,settlement,available,
    closed,updated,update,modified,cancelled,fulfilled,zone,timezone,base,type,week,hire,required,verval,vervaldatum,leverdatum,geboorte,fallig,
    falligkeit,lieferdatum,auszahlungsdatum,geburts,geburtsdatum,echeance,reglement,livraison,let,lettrage,naissance,scadenta,nasterii,
    vencimiento,nacimiento,scadenza,nascita,доставки,рождения,первый,последний,оплаты,отгрузки`,
  ),
  client: words(
    [
      `customer id,client id,customer number,client number,customer no,client no,customer code,client code,customer ref,customer key,cust id,custid,
      member id,member number,household id,household key,user id,buyer user id,buyer id,buyer username,account reference,loyalty number,loyalty card,
      shopper id,guest id,patient id,visitor id,customer reference id,customer`,
      'klantnummer,klantcode,klantnr,klant id,relatiecode,relatienummer,debiteurnummer,debiteur,klant',
      'kundennummer,kunden nr,kundennr,kunden id,kundencode,debitorennummer,debitor,kunde',
      'numero client,no client,code client,id client,client identifiant,comp aux num,client',
      'cod client,id client,numar client,client',
      'codigo cliente,id cliente,numero cliente,cliente',
      'codice cliente,id cliente,numero cliente,cliente',
      'код клиента,id клиента,номер клиента,клиент код,код контрагента,номер карты,карта клиента,карта лояльности,клиент,контрагент',
    ],
    `country,city,state,type,group,name,email,mail,phone,contacts,contact,since,age,segment,note,message,address,region,ip,agent,user agent,description,
    reference name,total,count,card brand,pan,zip,postcode,vat,tax`,
  ),
  name: words(
    [
      `customer name,client name,customer,client,buyer name,full name,customer full name,billing name,bill to name,buyer,guest name,guest,member name,
      member,patient name,patient,contact name,company name,ship to name,shipping name,post to name,ship name,from,customer description,name`,
      'klantnaam,naam klant,klant,relatie,debiteur,debiteurnaam,naam',
      'kundenname,name des kunden,kunde name,kunde,name',
      'nom client,nom du client,client nom,client,acheteur,raison sociale,comp aux lib,nom',
      'denumire client,nume client,client nume,client,cumparator,nume',
      'nombre cliente,nombre del cliente,cliente,comprador,nombre',
      'nome cliente,cliente,acquirente,nome',
      'имя клиента,наименование клиента,фио клиента,клиент,покупатель,контрагент,фио,заказчик,пациент,гость,партнер,имя',
    ],
    `product,item,file,card,device,employee,staff,cashier,team,seller,sales person,salesperson,merchant,street,city,country,lineitem,discount,price,
    event,tab,category,id,number,no,code,nummer,numero,номер,код,email,mail,phone,contacts,first,last,shop,store,company type,type,group,option,
    reference,payment,method,region,since,segment,account,lib ecriture,user agent,attribute`,
  ),
  amount: words(
    [
      `total,order total,grand total,net sales,item total,total price,total amount,amount,sales value,line total,sale amount,net amount,total paid,
      amount paid,sales,revenue,turnover,total collected,gross sales,gross,order value,sold for,subtotal,gross transaction amount,net revenue,n revenue,
      net price,sale price,received,paid,sum,value,total sale,dollar value,grand total purchased,order net,net`,
      'bedrag incl btw,totaal incl btw,totaal,totaalbedrag,bedrag,omzet,verkoopbedrag,bedrag excl btw',
      'gesamtbetrag,betrag inkl mwst,gesamt,betrag,bruttobetrag,brutto,summe,umsatz,nettobetrag,netto',
      'total ttc,montant ttc,montant total,total,montant,ca ttc,chiffre affaires,total ht,montant ht',
      'valoare totala,suma totala,total factura,valoare cu tva,valoare,suma,total',
      'importe total,total,importe,monto,importe neto,base imponible',
      'totale,totale fattura,importo totale,importo,imponibile',
      'итого,итого с ндс,сумма с ндс,сумма,сумма продажи,сумма чека,стоимость,выручка,к оплате,оплачено,всего,оплата,сумма без ндс',
    ],
    `tax,taxes,vat,discount,discounts,shipping,fee,fees,tip,commission,profit,margin,cost,count,refunded,refund,orders,quantity,qty,number,rate,percent,
    balance,spent,adjusted,base,handling,unit,open,points,service charge,items,id,date,currency,status,method,type,credits,withheld,per,freight,
    account,presentment,converted,average,charge,card,gift,cash,btw bedrag,korting,kortings,marge,openstaand,mwst betrag,rabatt,gebuhr,
    trinkgeldbetrag,steuerbetrag,wkz,kennzeichen,fracht,versand,tva,remise,reducere,iva,descuento,sconto,ндс,скидка,визитов,остаток`,
  ),
  quantity: words(
    [
      'quantity,qty,lineitem quantity,units,pieces,pcs,number of items,items sold,units sold,count,number of cds',
      'aantal,stuks',
      'menge,anzahl,stuck',
      'quantite,qte,nombre',
      'cantitate,cant,buc',
      'cantidad,unidades',
      'quantita,qta',
      'количество,кол во,колво,штук,шт',
    ],
    'price,total,amount,discount,refunded,orders,refunds,id',
  ),
  price: words(
    [
      'unit price,price per unit,lineitem price,item price,price,sales price,sale price,unit cost,rate',
      'stukprijs,eenheidsprijs,prijs',
      'einzelpreis,stuckpreis,preis',
      'prix unitaire,prix,pu',
      'pret unitar,pret',
      'precio unitario,precio',
      'prezzo unitario,prezzo',
      'цена за единицу,цена',
    ],
    'total,compare,point,cost,list,original,tax,discount,shipping,date,commission,exchange',
  ),
  receipt: words(
    [
      `receipt number,receipt no,receipt id,receipt,order id,order number,order no,order,invoice number,invoice no,invoice id,invoice,transaction id,
      transaction number,basket id,bill number,bill no,bill,ticket number,ticket no,ticket,check id,sales record number,payment id,sale id,sale number,
      document number,document no,document,num,reference`,
      'bonnummer,bonnr,kassabon,bon,factuurnummer,ordernummer,bestelnummer',
      'belegnummer,beleg nr,rechnungsnummer,bestellnummer,transaktions id,transaktionscode,belegfeld 1',
      'numero ticket,numero facture,no facture,facture,numero commande,commande,piece ref,ecriture num',
      'numar bon,nr bon,bon fiscal,numar factura,nr factura,factura',
      'numero factura,factura,numero pedido,pedido,numero ticket',
      'numero fattura,fattura,scontrino,numero scontrino',
      'номер чека,чек,no чека,номер заказа,заказ,no заказа,номер документа,документ,no документа,накладная,номер',
    ],
    `date,type,status,legacy,customer,client,item,total,value,name,payout,amount,card,original,net,shipping,source,currency,taxes,tax,parent,description,
    details,discount,dining,employee,field 2,method,referenz,compte`,
  ),
  product: words(
    [
      `product name,item name,item,product,lineitem name,item title,menu item,products,description,product title,product description,article,service,
      treatment,product service,products s,product id,sku,stock code,product code`,
      'artikelnaam,product naam,artikel,omschrijving',
      'artikelbezeichnung,produktname,artikel,bezeichnung,produkt,beschreibung',
      'designation,article designation,libelle article,article,produit,libelle',
      'denumire produs,produs,articol',
      'producto,articulo,descripcion',
      'prodotto,articolo,descrizione',
      'наименование товара,товар,номенклатура,услуга,продукт,наименование',
    ],
    `type,category,customer,client,price,quantity,number,transaction,total,subtotal,discount,payment,seller,statement,tax,count,tracking,refund,custom,
    postings,note,amount,charge,клиента`,
  ),
  employee: words(
    [
      `employee name,employee,staff name,staff,cashier name,cashier,team member,server,sales person,salesperson,sales rep,seller,served by,
      payment employee name,stylist,therapist,barber,provider,operator,agent,employee id,staff id`,
      'medewerker,verkoper,kassier,kassamedewerker',
      'mitarbeiter,verkaufer,kassierer,bediener',
      'vendeur,employe,caissier',
      'vanzator,angajat,casier',
      'vendedor,empleado,cajero',
      'venditore,dipendente,cassiere',
      'сотрудник,продавец,менеджер,кассир,мастер,ответственный',
    ],
    'user,commission,count,tax,collected,fee,protection,fulfilled,message,custom,number,email,mail,phone',
  ),
  phone: words(
    [
      `phone,customer phone,client phone,billing phone,phone number,mobile,mobile phone,cell,cell phone,telephone,tel,contact phone number,
      customer contacts,post to phone,ship to phone,shipping phone`,
      'telefoon,telefoonnummer,mobiel,gsm',
      'telefon,telefonnummer,handy,mobil',
      'telephone,portable,tel',
      'telefon,telefon mobil,mobil',
      'telefono,movil',
      'telefono,cellulare',
      'телефон,моб телефон,мобильный,номер телефона',
    ],
    'shop,store,fax,employee,staff,type,sku',
  ),
  email: words(
    [
      'email,e mail,customer email,customer e mail,client email,billing email,buyer email,email address,from email address,mail',
      'e mailadres,emailadres',
      'e mail adresse,absender e mail adresse',
      'courriel,adresse email',
      'adresa email',
      'correo,correo electronico',
      'posta elettronica',
      'почта,эл почта,электронная почта',
    ],
    'accepts,marketing,to,empfanger,merchant,staff,shop,store,sent,status',
  ),
  segment: words(
    [
      'segment,customer segment,customer group,client group,customer type,client type,customer category',
      'klantgroep',
      'kundengruppe',
      'groupe client,categorie client',
      'grup client',
      'группа клиентов,сегмент,тип клиента',
    ],
    'product,price,card',
  ),
  cost: words(
    [
      'cost of goods,cost of goods sold,cost,cogs,cost price,total cost,purchase price',
      'inkoopwaarde,inkoop,inkoopprijs,kostprijs',
      'wareneinsatz,einkaufspreis,einstandspreis',
      'prix achat,cout,cout achat',
      'cost achizitie,pret achizitie',
      'coste',
      'costo',
      'себестоимость,закупка,закупочная',
    ],
    'unit,shipping,per,fee,handling,delivery,versand',
  ),
};
