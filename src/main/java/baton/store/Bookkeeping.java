// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        count(RawBodies.day(batch.now()), number, messages, doubled);
        if (messages > doubled) {
            countHour(number, messages - doubled);
        }
    }

    /** Corrects, up or down, what was counted on the day this delivery came. */
    public void recount(DeliveryId delivery, NumberId number, long messages, long doubled) {
        if (messages != 0 || doubled != 0) {
            count(RawBodies.day(delivery, batch.now()), number, messages, doubled);
        }
    }

    private void count(String day, NumberId number, long messages, long doubled) {
        Received.Key key = new Received.Key(day, number.value());
        Received.Count before = Turn.reading(
                        "Counting", () -> batch.beside().received.find(batch.connection(), key))
                .orElse(Received.Count.NONE);
        batch.beside().received.put(key, before.plus(messages, doubled));
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
        List<SetAsides.Open> open = new ArrayList<>(open(entry.delivery()));
        open.add(new SetAsides.Open(entry.id(), entry.hash(), entry.number(), entry.messages()));
        batch.beside().asides.put(entry.delivery(), List.copyOf(open));
        SetAsides.insert(batch.beside(), entry);
    }

    /** The entries of this delivery are no longer set aside, but for those whose hash is in {@code still}; returns what is over. */
    public List<SetAsides.Open> closeAside(DeliveryId delivery, Set<String> still) {
        Map<Boolean, List<SetAsides.Open>> parts =
                open(delivery).stream().collect(Collectors.partitioningBy(entry -> still.contains(entry.hash())));
        batch.beside().asides.put(delivery, parts.getOrDefault(true, List.of()));
        List<SetAsides.Open> over = parts.getOrDefault(false, List.of());
        over.forEach(entry -> SetAsides.close(batch.beside(), entry.id(), batch.now()));
        return over;
    }

    private List<SetAsides.Open> open(DeliveryId delivery) {
        return Turn.reading(
                        "Reading what was set aside",
                        () -> batch.beside().asides.find(batch.connection(), delivery))
                .orElse(List.of());
    }
}
