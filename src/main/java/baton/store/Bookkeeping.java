// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import java.util.Set;

/**
 * One turn's entries in the reconciliation board (SPEC.md B2): what was received, and what stands aside. What is shown and what
 * waits is folded from the journal. Used like its {@link Turn}.
 */
public final class Bookkeeping {
    private final Batch batch;

    Bookkeeping(Batch batch) {
        this.batch = batch;
    }

    /** Counts message entries that were delivered for a number, and how many of them were here already. */
    public void countReceived(NumberId number, long messages, long doubled) {
        Received.Key key = new Received.Key(RawBodies.day(batch.now()), number.value());
        Received.Count before = Turn.reading(
                        "Counting", () -> batch.beside().received.find(batch.connection(), key))
                .orElse(Received.Count.NONE);
        batch.beside().received.put(key, before.plus(messages, doubled));
        if (messages > doubled) {
            countHour(number, messages - doubled);
        }
    }

    private void countHour(NumberId number, long messages) {
        ReceivedHours.Key key = new ReceivedHours.Key(number.value(), ReceivedHours.hour(batch.now()));
        long before = Turn.reading(
                        "Counting", () -> batch.beside().receivedHours.find(batch.connection(), key))
                .map(ReceivedHours.Count::messages)
                .orElse(0L);
        batch.beside().receivedHours.put(key, new ReceivedHours.Count(before + messages, batch.now()));
    }

    /** Keeps what could not be placed; its id is the number of the event just recorded about it. */
    public void keepAside(SetAsides.Entry entry) {
        SetAsides.insert(batch.beside(), entry);
    }

    /** The entries of this delivery are no longer set aside, but for those whose hash is in {@code still}. */
    public void closeAside(DeliveryId delivery, Set<String> still) {
        Turn.reading("Reading what was set aside", () -> SetAsides.openOf(batch.connection(), delivery)).stream()
                .filter(entry -> !still.contains(entry.hash()))
                .forEach(entry -> SetAsides.close(batch.beside(), entry.id(), batch.now()));
    }
}
