// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.Anything;
import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.Event;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.Person;
import baton.domain.PersonEvent;
import baton.domain.Recorded;
import baton.policy.ConversationFold;
import baton.policy.CustomerFold;
import baton.policy.MessageFold;
import baton.policy.PersonFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * fold(a + b) = fold(fold(a), b), where the state in between was stored and read back: a projection that stops anywhere goes on
 * as if it had not stopped.
 */
class ResumedFoldTest {

    private static final Instant START = Instant.parse("2026-11-22T05:00:00Z");

    @Property(tries = 300)
    void aConversation(@ForAll Random chance, @ForAll @IntRange(max = 25) int stop) {
        List<Event> events = events(chance, ConversationEvent.ConversationOpened.class, Event.class);
        same(Conversation.class, ConversationFold::fold, events, stop);
    }

    @Property(tries = 300)
    void aMessage(@ForAll Random chance, @ForAll @IntRange(max = 25) int stop) {
        List<Event> events = events(chance, MessageEvent.ReplyAccepted.class, Event.class);
        BiFunction<Optional<Message>, Recorded, Optional<Message>> fold =
                (before, recorded) -> MessageFold.concerned(recorded).isEmpty() || isNewMessage(recorded)
                        ? before
                        : MessageFold.fold(before, recorded);
        same(Message.class, fold, events, stop);
    }

    @Property(tries = 200)
    void aCustomer(@ForAll Random chance, @ForAll @IntRange(max = 25) int stop) {
        List<Event> events = events(chance, CustomerEvent.CustomerAppeared.class, CustomerEvent.class);
        same(
                Customer.class,
                (before, recorded) -> CustomerFold.fold(before, (CustomerEvent) recorded.event(), recorded),
                events,
                stop);
    }

    @Property(tries = 100)
    void aPerson(@ForAll Random chance, @ForAll @IntRange(max = 25) int stop) {
        List<Event> events = events(chance, PersonEvent.PersonAdded.class, PersonEvent.class);
        same(
                Person.class,
                (before, recorded) -> PersonFold.fold(before, (PersonEvent) recorded.event(), recorded),
                events,
                stop);
    }

    /** Only the first event brings a message in; later ones change it. */
    private static boolean isNewMessage(Recorded recorded) {
        return recorded.seq() > 1
                && MessageFold.concerned(recorded).equals(Optional.of(new MessageId(recorded.seq())))
                && !(recorded.event() instanceof MessageEvent.MessageEdited);
    }

    private static <E extends Event> List<Event> events(Random chance, Class<? extends Event> first, Class<E> family) {
        Anything anything = new Anything(chance);
        List<Event> events = new ArrayList<>(List.of(anything.of(first)));
        events.addAll(anything.listOf(family, 30));
        return events;
    }

    private static <S> void same(
            Class<S> type, BiFunction<Optional<S>, Recorded, Optional<S>> fold, List<Event> events, int stop) {
        Optional<S> straight = Optional.empty();
        Optional<S> resumed = Optional.empty();
        for (int i = 0; i < events.size(); i++) {
            Recorded recorded = recorded(i + 1L, events.get(i));
            straight = fold.apply(straight, recorded);
            resumed = fold.apply(i == stop ? resumed.map(state -> stored(type, state)) : resumed, recorded);
        }
        assertThat(resumed).isEqualTo(straight).isPresent();
    }

    private static <S> S stored(Class<S> type, S state) {
        return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(state), type);
    }

    private static Recorded recorded(long seq, Event event) {
        return new Recorded(seq, START.plusSeconds(seq), Optional.of(new ConversationId(1)), new Actor.Hub(), event);
    }
}
