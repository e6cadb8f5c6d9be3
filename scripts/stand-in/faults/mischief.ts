/** Ways in which the stand-in can be unfaithful to what it stores. */
export type Mischief =
  | 'forgets-created'
  | 'loses-changes'
  | 'keeps-deleted'
  | 'serves-deleted'
  | 'deletes-twice'
  | 'list-leaves-out'
  | 'list-ignores-filter'
  | 'list-counts-wrong'
  | 'ignores-limit'
  | 'ignores-page';
