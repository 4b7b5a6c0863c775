// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One customer's phone: its owner, whether it is on, and the thread with the business. Guarded by the network's lock. */
final class Phone {
    static final String NOT_ON_WHATSAPP = "000000";
    static final Duration WINDOW = Duration.ofDays(1);
    static final Duration ENTRY_WINDOW = Duration.ofDays(3);
    private static final int MOST_REMEMBERED = 20_000;

    private final LinkedHashMap<String, Bubble> known = new LinkedHashMap<>();
    private final Deque<Bubble> shown = new ArrayDeque<>();
    private final Deque<Bubble> undelivered = new ArrayDeque<>();
    private Identity owner;
    private Reading reading = Reading.SOON;
    private boolean on = true;
    private boolean blocked;
    private Optional<Instant> lastInbound = Optional.empty();
    private Optional<Instant> fromAdvert = Optional.empty();
    private Optional<Instant> freeEntryUntil = Optional.empty();
    private Optional<Instant> typingUntil = Optional.empty();
    private Instant lastDeparture = Instant.EPOCH;
    private Instant lastArrival = Instant.EPOCH;
    private Instant handsOutUntil = Instant.EPOCH;
    private long messages;

    Phone(Identity owner) {
        this.owner = owner;
    }

    Identity owner() {
        return owner;
    }

    void owner(Identity next) {
        owner = next;
    }

    Reading reading() {
        return reading;
    }

    void reading(Reading next) {
        reading = next;
    }

    boolean isOn() {
        return on;
    }

    /** Switched on, it hands out what waited for it, in order. */
    List<Bubble> switched(boolean nowOn) {
        on = nowOn;
        if (!on) {
            return List.of();
        }
        var waited = new ArrayList<>(undelivered);
        undelivered.clear();
        return waited;
    }

    /** When something that wants to be sent to this phone then is sent: never before what was accepted for it earlier. */
    Instant departure(Instant wanted) {
        lastDeparture = wanted.isAfter(lastDeparture) ? wanted : lastDeparture;
        return lastDeparture;
    }

    /** When something that wants to arrive then does arrive: never before what was sent to this phone earlier. */
    Instant arrival(Instant wanted) {
        lastArrival = wanted.isAfter(lastArrival) ? wanted : lastArrival;
        return lastArrival;
    }

    /** Until then it hands out what waited while it was off. */
    Instant handsOutUntil() {
        return handsOutUntil;
    }

    void handsOutUntil(Instant end) {
        handsOutUntil = end;
    }

    boolean blocked() {
        return blocked;
    }

    void block(boolean nowBlocked) {
        blocked = nowBlocked;
    }

    long nextNumber() {
        return ++messages;
    }

    /** A number ending in six zeros stands for somebody who is not on WhatsApp. */
    boolean onWhatsApp() {
        return !owner.phone().endsWith(NOT_ON_WHATSAPP);
    }

    /** The customer wrote: the service window starts anew (Cloud API 7.1). */
    void wrote(Instant at, boolean fromAdvertisement) {
        if (lastInbound.isEmpty() || lastInbound.get().isBefore(at)) {
            lastInbound = Optional.of(at);
        }
        if (fromAdvertisement) {
            fromAdvert = Optional.of(at);
        }
    }

    boolean windowOpen(Instant now) {
        return lastInbound.map(at -> now.isBefore(at.plus(WINDOW))).orElse(false);
    }

    /** An answer within 24 hours of an advertisement's click opens 72 free hours (Cloud API 7.2). */
    Optional<Instant> freeEntry(Instant now) {
        if (freeEntryUntil.isEmpty()) {
            freeEntryUntil =
                    fromAdvert.filter(at -> now.isBefore(at.plus(WINDOW))).map(at -> now.plus(ENTRY_WINDOW));
        }
        return freeEntryUntil.filter(now::isBefore);
    }

    void typing(Optional<Instant> until) {
        typingUntil = until;
    }

    boolean sees(Instant now) {
        return typingUntil.filter(now::isBefore).isPresent();
    }

    /** Blue ticks on this message of the customer's and on the earlier ones, back to the first that has them. */
    void readUpTo(Bubble target) {
        var newestFirst = shown.descendingIterator();
        boolean reached = false;
        while (newestFirst.hasNext()) {
            Bubble bubble = newestFirst.next();
            reached |= bubble.equals(target);
            if (reached && !bubble.fromBusiness()) {
                if (bubble.isRead()) {
                    return;
                }
                bubble.become(Bubble.State.READ);
            }
        }
    }

    void remember(Bubble bubble) {
        known.put(bubble.id(), bubble);
        if (known.size() > MOST_REMEMBERED) {
            known.remove(known.firstEntry().getKey());
        }
    }

    /** Gives up the memory of an old message. */
    void forget(String id) {
        Bubble gone = known.remove(id);
        if (gone != null && gone.equals(shown.peekFirst())) {
            shown.removeFirst();
        }
    }

    Optional<Bubble> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    void show(Bubble bubble) {
        shown.add(bubble);
        if (shown.size() > MOST_REMEMBERED) {
            shown.removeFirst();
        }
    }

    void keepForLater(Bubble bubble) {
        undelivered.add(bubble);
        if (undelivered.size() > MOST_REMEMBERED) {
            undelivered.removeFirst();
        }
    }

    /** What the phone shows, in order. */
    List<Bubble> thread() {
        return new ArrayList<>(shown);
    }

    int shownCount() {
        return shown.size();
    }

    /** Everything of this thread, also what has not arrived or failed, in the order it was made. */
    List<Bubble> everything() {
        return new ArrayList<>(known.values());
    }

    /** The newest shown message that fits, looking back over the last 200. */
    Optional<Bubble> latest(Predicate<Bubble> fits) {
        var newestFirst = shown.descendingIterator();
        for (int i = 0; i < 200 && newestFirst.hasNext(); i++) {
            Bubble bubble = newestFirst.next();
            if (fits.test(bubble)) {
                return Optional.of(bubble);
            }
        }
        return Optional.empty();
    }
}
