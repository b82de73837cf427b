// What the API says, in words for customers.

export const providers = {
  STRIPE: { name: 'Carte bancaire', hint: 'Carte et autres moyens, par Stripe' },
  PAYPAL: { name: 'PayPal', hint: 'Avec votre compte PayPal' },
  BANK_TRANSFER: { name: 'Virement bancaire', hint: 'Depuis votre banque, sous quelques jours' },
  SANDBOX: { name: 'Bac à sable', hint: 'Pour essayer : aucun argent ne circule' },
};

export const orderStatuses = {
  AWAITING_PAYMENT: 'En attente de paiement',
  PAID: 'Payée',
  FULFILLED: 'Traitée',
  CANCELED: 'Annulée',
  EXPIRED: 'Expirée',
  PARTIALLY_REFUNDED: 'Remboursée en partie',
  REFUNDED: 'Remboursée',
  IN_REVIEW: 'En cours de vérification',
};

/** Why an order that is neither to be paid nor paid is not. */
export const closedOrders = {
  CANCELED: 'Cette commande a été annulée. Rien n’est à payer.',
  EXPIRED: 'Cette commande n’a pas été payée à temps et ses articles ont été remis en vente. Vous pouvez en passer une nouvelle.',
  REFUNDED: 'Cette commande a été remboursée.',
  IN_REVIEW: 'Nous avons reçu un paiement qui ne correspond pas exactement à cette commande. Une personne s’en occupe.',
};

export const paymentStatuses = {
  REQUIRES_ACTION: 'En attente de votre paiement',
  PROCESSING: 'Le prestataire traite votre paiement…',
  REQUIRES_CAPTURE: 'Le montant est réservé, pas encore prélevé',
  SUCCEEDED: 'Paiement reçu',
  DECLINED: 'Paiement refusé : vous pouvez réessayer',
};

export const declineReasons = {
  INSUFFICIENT_FUNDS: 'Paiement refusé : la provision est insuffisante.',
  EXPIRED_CARD: 'Paiement refusé : la carte a expiré.',
  INCORRECT_DETAILS: 'Paiement refusé : un numéro ou un code est incorrect.',
  SUSPECTED_FRAUD: 'Paiement refusé par mesure de sécurité.',
  OTHER: 'Paiement refusé par le prestataire.',
};

export const outcomes = {
  DECLINE: 'Refuser : provision insuffisante',
  DECLINE_EXPIRED_CARD: 'Refuser : carte expirée',
  DECLINE_INCORRECT_DETAILS: 'Refuser : données incorrectes',
  DECLINE_SUSPECTED_FRAUD: 'Refuser : fraude soupçonnée',
  CANCEL: 'Annuler le paiement',
  PROCESS: 'Laisser en cours de traitement',
  AUTHORIZE: 'Réserver le montant',
  SUCCEED_WITH_WRONG_AMOUNT: 'Payer un centime de moins',
};

// The decimal is formatted as the text it is, never as a floating-point number.
export const price = ({ decimal, currency }) => new Intl.NumberFormat('fr-FR', { style: 'currency', currency }).format(decimal);

export const moment = iso => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));

export const day = iso => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full' }).format(new Date(iso));
