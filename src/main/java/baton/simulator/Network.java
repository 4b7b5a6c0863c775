// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The pretend network between the business and its customers' phones: who wrote what to whom, what arrived, what was looked at. Every
 * change leaves as an {@link Update}. Thread-safe by its own lock; {@link #step} moves it on.
 */
final class Network {
    /** Reactions, quotes and read marks reach back this far (Cloud API 4.5, 4.11). */
    static final Duration MEMORY = Duration.ofDays(30);

    private final Phones phones;
    private final Wamids wamids;
    private final Inbound inbound;
    private final Courier courier;
    private final Ledger ledger = new Ledger();
    private final BiConsumer<Update, Instant> out;

    Network(BusinessLine line, long seed, Instant start, BiConsumer<Update, Instant> out, Consumer<Heard> audience) {
        this.phones = new Phones(seed);
        this.wamids = new Wamids(seed, start.toEpochMilli());
        this.inbound = new Inbound(line);
        this.out = out;
        this.courier = new Courier(seed, ledger, out, audience);
    }

    /** Puts a phone into somebody's hands, or changes what is known of its owner. */
    synchronized Phone introduce(Identity owner) {
        Optional<Phone> known = phones.find(owner.phone());
        known.ifPresent(phone -> phones.rename(phone, owner));
        return known.orElseGet(() -> phones.add(owner));
    }

    /** The owner of this number, a stranger when nobody was seen there. */
    synchronized Identity ownerOf(DialledNumber number) {
        return phones.findOrAdd(number).owner();
    }

    synchronized Optional<Identity> find(String numberOrUserId) {
        return phones.find(numberOrUserId).map(Phone::owner);
    }

    /** The customer writes; answers the message's id. Somebody who had blocked the business has thereby let it in again. */
    synchronized String say(Phone phone, Spoken spoken, Instant now) {
        String id = wamids.make(phone.owner().phone(), phone.nextNumber());
        Instant at = now.minus(spoken.ago());
        phone.block(false);
        phone.wrote(at, spoken.extra().has("referral"));
        Update update = inbound.update(phone, id, spoken, at);
        if (spoken.type().equals("reaction")) {
            phone.find(Json.text(spoken.payload(), "message_id"))
                    .ifPresent(target -> target.react(Bubble.From.CUSTOMER, Json.text(spoken.payload(), "emoji")));
        } else {
            show(phone, id, spoken, at);
        }
        ledger.received();
        out.accept(update, now);
        return id;
    }

    private void show(Phone phone, String id, Spoken spoken, Instant at) {
        String text = Wording.of(spoken.type(), spoken.payload());
        var words = new Bubble.Words(id, Bubble.From.CUSTOMER, spoken.type(), text, spoken.payload(), spoken.replyTo());
        var bubble = new Bubble(words, Outgoing.Terms.NONE, at, Bubble.State.DELIVERED);
        ledger.keep(phone, bubble);
        phone.show(bubble);
    }

    /**
     * The business writes; answers the new message's id. What becomes of it follows as statuses.
     *
     * @param early report {@code sent} before this call returns, as Meta sometimes does (Cloud API 3.4)
     */
    synchronized String accept(Phone phone, Outgoing message, boolean early, Instant now) {
        String id = wamids.make(phone.owner().phone(), phone.nextNumber());
        var words = new Bubble.Words(
                id, Bubble.From.BUSINESS, message.type(), message.text(), message.content(), message.quoted());
        var bubble = new Bubble(words, message.terms(), now, Bubble.State.ACCEPTED);
        ledger.keep(phone, bubble);
        ledger.accepted();
        phone.typing(Optional.empty());
        courier.take(phone, bubble, early, now);
        return id;
    }

    /** The phone behind a recipient: a known one, or a stranger's that the platform tries to reach. */
    synchronized Phone recipient(DialledNumber number) {
        return phones.findOrAdd(number);
    }

    synchronized Optional<Phone> byUserId(String userId) {
        return phones.find(userId);
    }

    /** Blue ticks on this and the earlier messages of the thread; false when the message is unknown or too old (Cloud API 4.11). */
    synchronized boolean markRead(String wamid, boolean typing, Instant now) {
        Optional<Phone> phone = Wamids.phoneOf(wamid).flatMap(phones::find);
        Optional<Bubble> target = phone.flatMap(p -> p.find(wamid))
                .filter(bubble ->
                        !bubble.fromBusiness() && now.isBefore(bubble.at().plus(MEMORY)));
        target.ifPresent(bubble -> {
            phone.orElseThrow().readUpTo(bubble);
            if (typing) {
                phone.orElseThrow().typing(Optional.of(now.plusSeconds(25)));
            }
        });
        return target.isPresent();
    }

    /** Whether a message can be reacted to or quoted: known here, and no reaction itself. */
    synchronized Optional<Bubble.Words> message(String wamid) {
        return Wamids.phoneOf(wamid)
                .flatMap(phones::find)
                .flatMap(phone -> phone.find(wamid))
                .map(Bubble::words);
    }

    synchronized void change(Phone phone, PhoneChange change, Instant now) {
        switch (change) {
            case PhoneChange.Switched switched -> courier.resume(phone, phone.switched(switched.on()), now);
            case PhoneChange.Blocked blocked -> phone.block(blocked.yes());
            case PhoneChange.Receipts receipts -> phone.reading(phone.reading().withReceipts(receipts.on()));
            case PhoneChange.Habit habit -> phone.reading(habit.reading());
        }
    }

    synchronized void weather(Weather weather) {
        courier.weather(weather);
    }

    synchronized void step(Instant now) {
        courier.step(now);
    }

    /** Reads from the phones under the lock. */
    synchronized <T> T look(Function<Phones, T> reading) {
        return reading.apply(phones);
    }

    synchronized Ledger.Counts counts() {
        return ledger.counts(phones.count());
    }
}
