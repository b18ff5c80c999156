import type { Field } from '../fields';
import { plainWords } from './fold';

/** What tills and shop systems call a column, best first; titles are compared as plain words (see `plainWords`). */
export interface TitleWords {
  readonly says: readonly string[];
  /** Words that turn a title into something else: "ship date" is not when the sale was made. */
  readonly unless: readonly string[];
}

const list = (text: string) => text.split(',').map(plainWords);

export const TITLE_WORDS: Readonly<Record<Field, TitleWords>> = {
  date: {
    says: list(
      `date,datum,data,fecha,дата,sale date,order date,invoice date,transaction date,purchase date,payment date,date of sale,
      created at,created,date time,datetime,invoice date,transaction creation date,paid at,paid date,timestamp,transaction timestamp,
      time stamp,day,visit date,appointment date,orderdatum,factuurdatum,verkoopdatum,besteldatum,bondatum,rechnungsdatum,
      bestelldatum,verkaufsdatum,belegdatum,buchungsdatum,kaufdatum,date facture,date commande,date vente,date de vente,
      date achat,date ticket,ecriture date,piece date,date operation,data vanzarii,data facturii,data comenzii,
      data emiterii,fecha venta,fecha factura,fecha pedido,data vendita,data fattura,data ordine,дата продажи,дата чека,дата заказа,
      дата документа,дата операции,период,дата время,дата и время,moment`,
    ),
    unless: list(
      `ship,shipped,shipping,due,birth,birthday,first,last,delivery,delivered,expected,payout,valid,expiry,expires,end,start,
      echeance,verval,vervaldatum,fallig,falligkeit,reglement,let,lettrage,settlement,available,closed,updated,update,modified,cancelled,fulfilled,
      zone,timezone,base,type,доставки,рождения,первый,последний,оплаты,отгрузки,geboorte,geburts,geburtsdatum,naissance,nasterii,nacimiento,nascita,
      auszahlungsdatum,lieferdatum,leverdatum,livraison,scadenta,vencimiento,scadenza,week,hire,required`,
    ),
  },
  client: {
    says: list(
      `customer id,client id,customer number,client number,customer no,client no,customer code,client code,customer ref,customer key,member id,
      member number,household id,household key,user id,buyer user id,buyer id,buyer username,account reference,loyalty number,loyalty card,
      shopper id,guest id,patient id,visitor id,customer,klantnummer,klantcode,klantnr,klant id,relatiecode,relatienummer,debiteurnummer,debiteur,
      kundennummer,kunden nr,kundennr,kunden id,kundencode,debitor,debitorennummer,numero client,no client,code client,id client,
      client identifiant,comp aux num,cod client,codigo cliente,id cliente,numero cliente,codice cliente,код клиента,id клиента,номер клиента,
      клиент код,код контрагента,номер карты,карта клиента,карта лояльности,cust id,custid,customer reference id`,
    ),
    unless: list(
      `country,city,state,type,group,name,email,mail,phone,contacts,contact,since,age,segment,note,message,address,region,ip,agent,user agent,
      description,reference name,total,count,card brand,pan,zip,postcode,vat,tax`,
    ),
  },
  name: {
    says: list(
      `customer name,client name,customer,client,buyer name,full name,billing name,bill to name,buyer,guest name,guest,member name,member,
      patient name,patient,contact name,company name,customer full name,klant,klantnaam,naam klant,relatie,debiteur,debiteurnaam,kunde,
      kundenname,name des kunden,kunde name,acheteur,nom client,nom du client,client nom,raison sociale,comp aux lib,denumire client,
      nume client,cumparator,client nume,cliente,nombre cliente,nombre del cliente,comprador,nome cliente,acquirente,клиент,покупатель,контрагент,
      имя клиента,фио,фио клиента,заказчик,пациент,гость,партнер,ship to name,shipping name,post to name,ship name,from,
      customer description,name,naam,nom,nume,nombre,nome,имя,наименование клиента`,
    ),
    unless: list(
      `product,item,file,card,device,employee,staff,cashier,team,seller,sales person,salesperson,merchant,street,city,country,lineitem,discount,
      price,event,tab,category,id,number,no,code,nummer,numero,номер,код,email,mail,phone,contacts,first,last,shop,store,company type,type,group,option,
      reference,payment,method,region,since,segment,account,lib ecriture,user agent,attribute`,
    ),
  },
  amount: {
    says: list(
      `total,order total,grand total,net sales,item total,total price,total amount,amount,sales value,line total,sale amount,net amount,
      total paid,amount paid,sales,revenue,turnover,total collected,gross sales,gross,order value,sold for,subtotal,gross transaction amount,
      net revenue,n revenue,net price,sale price,received,paid,sum,value,total sale,dollar value,grand total purchased,order net,net,
      bedrag incl btw,totaal incl btw,totaal,totaalbedrag,bedrag,omzet,verkoopbedrag,bedrag excl btw,betrag inkl mwst,gesamtbetrag,gesamt,
      betrag,brutto,bruttobetrag,summe,umsatz,nettobetrag,netto,montant ttc,total ttc,montant total,montant,total ht,montant ht,chiffre affaires,ca ttc,
      valoare,suma,total factura,valoare totala,suma totala,valoare cu tva,importe,importe total,monto,importo,totale,totale fattura,
      итого,итого с ндс,сумма,сумма с ндс,сумма продажи,сумма чека,стоимость,выручка,к оплате,оплачено,всего,сумма без ндс,оплата`,
    ),
    unless: list(
      `tax,taxes,vat,btw bedrag,tva,mwst betrag,ндс,iva,discount,discounts,korting,rabatt,remise,reducere,descuento,sconto,скидка,shipping,fee,fees,tip,
      gebuhr,trinkgeldbetrag,steuerbetrag,commission,profit,marge,margin,cost,count,refunded,refund,orders,quantity,qty,number,rate,
      percent,balance,spent,adjusted,base,handling,unit,open,openstaand,points,service charge,items,id,date,currency,status,method,type,credits,
      withheld,per,wkz,kennzeichen,freight,fracht,account,presentment,converted,average,визитов,остаток,charge,card,gift,cash,kortings,versand`,
    ),
  },
  quantity: {
    says: list(
      `quantity,qty,lineitem quantity,units,pieces,pcs,number of items,items sold,units sold,count,number of cds,aantal,stuks,menge,anzahl,
      stuck,quantite,qte,nombre,cantitate,cant,buc,cantidad,quantita,qta,количество,кол во,колво,штук,шт`,
    ),
    unless: list(`price,total,amount,discount,refunded,orders,refunds,id`),
  },
  price: {
    says: list(
      `unit price,price,lineitem price,item price,sales price,price per unit,unit cost,rate,stukprijs,prijs,eenheidsprijs,einzelpreis,stuckpreis,
      preis,prix unitaire,prix,pu,pret unitar,pret,precio unitario,precio,prezzo unitario,prezzo,цена,цена за единицу,sale price`,
    ),
    unless: list(`total,compare,point,cost,list,original,tax,discount,shipping,date,commission,exchange`),
  },
  receipt: {
    says: list(
      `receipt number,receipt no,receipt id,receipt,order id,order number,order no,order,invoice number,invoice no,invoice id,invoice,
      transaction id,transaction number,basket id,bill number,bill no,bill,ticket number,ticket,check id,sales record number,payment id,sale id,sale number,
      document number,document no,document,num,reference,bonnummer,bon,kassabon,factuurnummer,ordernummer,bestelnummer,rechnungsnummer,
      bestellnummer,belegnummer,bonnr,belegfeld 1,beleg nr,transaktions id,transaktionscode,numero facture,no facture,facture,ticket no,numero ticket,
      numero commande,commande,piece ref,ecriture num,numar factura,nr factura,factura,numar bon,bon fiscal,numero factura,numero pedido,pedido,
      numero fattura,fattura,scontrino,номер чека,чек,номер заказа,заказ,номер документа,документ,номер,накладная`,
    ),
    unless: list(
      `date,type,status,legacy,customer,client,item,total,value,name,payout,amount,card,original,net,shipping,source,currency,taxes,tax,parent,
      compte,description,details,discount,dining,employee,field 2,method,referenz`,
    ),
  },
  product: {
    says: list(
      `product name,item name,item,product,lineitem name,item title,menu item,products,description,product title,product description,article,
      service,treatment,product service,products s,product id,sku,stock code,product code,artikel,artikelnaam,omschrijving,product naam,artikelbezeichnung,bezeichnung,
      produkt,produktname,beschreibung,article designation,designation,produit,libelle,libelle article,produs,denumire produs,articol,producto,articulo,
      prodotto,articolo,descrizione,товар,номенклатура,наименование,услуга,продукт,наименование товара`,
    ),
    unless: list(
      `type,category,customer,client,price,quantity,number,transaction,total,subtotal,discount,payment,seller,statement,tax,count,tracking,refund,
      клиента,custom,postings,note,amount,charge`,
    ),
  },
  employee: {
    says: list(
      `employee,employee name,staff,staff name,cashier,cashier name,team member,server,sales person,salesperson,sales rep,seller,served by,
      payment employee name,stylist,therapist,barber,provider,operator,agent,employee id,staff id,medewerker,verkoper,kassier,kassamedewerker,mitarbeiter,verkaufer,
      kassierer,bediener,vendeur,employe,caissier,vanzator,angajat,casier,vendedor,empleado,cajero,venditore,dipendente,cassiere,
      сотрудник,продавец,менеджер,кассир,мастер,ответственный`,
    ),
    unless: list(`user,commission,count,tax,collected,fee,protection,fulfilled,message,custom,number,email,mail,phone`),
  },
  phone: {
    says: list(
      `phone,customer phone,client phone,billing phone,phone number,mobile,mobile phone,cell,cell phone,telephone,tel,contact phone number,customer contacts,
      post to phone,ship to phone,telefoon,telefoonnummer,mobiel,gsm,telefon,telefonnummer,handy,mobil,telephone,portable,mobil phone,telefon mobil,
      telefono,movil,cellulare,телефон,моб телефон,мобильный,номер телефона,shipping phone`,
    ),
    unless: list(`shop,store,fax,employee,staff,type,sku`),
  },
  email: {
    says: list(
      `email,e mail,customer email,client email,billing email,buyer email,email address,from email address,mail,customer e mail,e mailadres,
      emailadres,e mail adresse,absender e mail adresse,courriel,adresse email,correo,correo electronico,posta elettronica,почта,эл почта,электронная почта`,
    ),
    unless: list(`accepts,marketing,to,empfanger,merchant,staff,shop,store,sent,status`),
  },
  segment: {
    says: list(
      `segment,customer segment,customer group,client group,customer type,client type,klantgroep,kundengruppe,groupe client,categorie client,
      grup client,группа клиентов,сегмент,тип клиента,customer category`,
    ),
    unless: list(`product,price,card`),
  },
  cost: {
    says: list(
      `cost of goods,cost,cogs,cost price,cost of goods sold,total cost,purchase price,inkoop,inkoopprijs,inkoopwaarde,kostprijs,einkaufspreis,
      wareneinsatz,einstandspreis,prix achat,cout,cout achat,cost achizitie,pret achizitie,coste,costo,себестоимость,закупка,закупочная`,
    ),
    unless: list(`unit,shipping,per,fee,handling,delivery,versand`),
  },
};
