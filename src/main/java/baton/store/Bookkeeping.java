// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        open.add(new SetAsides.Open(entry.id(), entry.hash(), entry.number(), entry.messages(), false));
        batch.beside().asides.put(entry.delivery(), List.copyOf(open));
        SetAsides.insert(batch.beside(), entry);
    }

    /**
     * The entries of this delivery are no longer set aside, but for those whose hash is in {@code still}, of which none is put away any
     * more; returns what is over.
     */
    public List<SetAsides.Open> closeAside(DeliveryId delivery, Set<String> still) {
        List<SetAsides.Open> left = new ArrayList<>();
        List<SetAsides.Open> over = new ArrayList<>();
        open(delivery).forEach(entry -> (still.contains(entry.hash()) ? left : over).add(entry));
        over.forEach(entry -> SetAsides.close(batch.beside(), entry.id(), batch.now()));
        left.stream().filter(SetAsides.Open::putAway).forEach(entry -> SetAsides.takeOut(batch.beside(), entry.id()));
        batch.beside()
                .asides
                .put(delivery, left.stream().map(entry -> entry.putAway(false)).toList());
        return List.copyOf(over);
    }

    /** Puts away an entry that stands aside; returns its delivery, or empty when there is no such entry that is not put away yet. */
    public Optional<DeliveryId> putAway(long id, PersonId by, String why) {
        return Turn.reading("Reading what was set aside", () -> SetAsides.deliveryOf(batch.connection(), id))
                .filter(delivery -> open(delivery).stream().anyMatch(entry -> entry.id() == id && !entry.putAway()))
                .map(delivery -> {
                    batch.beside()
                            .asides
                            .put(
                                    delivery,
                                    open(delivery).stream()
                                            .map(entry -> entry.id() == id ? entry.putAway(true) : entry)
                                            .toList());
                    SetAsides.putAway(batch.beside(), id, new SetAsides.Away(by, batch.now(), why));
                    return delivery;
                });
    }

    private List<SetAsides.Open> open(DeliveryId delivery) {
        return Turn.reading(
                        "Reading what was set aside",
                        () -> batch.beside().asides.find(batch.connection(), delivery))
                .orElse(List.of());
    }
}
