import { useEffect, useState } from 'preact/hooks';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import { type Delivery, deliveryOf } from '../store/filed.ts';
import { outboxDatabase, outboxTurn } from '../store/outbox.ts';

/** Where this very filing is, as it goes on. It begins as what it is at its commit, whatever the network does: waiting. */
export const useDelivery = (receiptNo: ReceiptNo): Delivery => {
  const [delivery, setDelivery] = useState<Delivery>('waiting');
  const turn = outboxTurn.value;
  useEffect(() => {
    let isWanted = true;
    // A database that cannot be read just now proves nothing: what was known before stays.
    void deliveryOf(outboxDatabase, receiptNo).then(
      (found) => isWanted && setDelivery(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [receiptNo, turn]);
  return delivery;
};
