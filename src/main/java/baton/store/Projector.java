// SPDX-License-Identifier: Apache-2.0
package baton.store;

import baton.domain.Conversation;
import baton.domain.ConversationEvent;
import baton.domain.ConversationId;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.PersonEvent;
import baton.domain.Recorded;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Wamid;
import baton.policy.ConversationFold;
import baton.policy.CustomerFold;
import baton.policy.EntryMark;
import baton.policy.MessageFold;
import baton.policy.PersonFold;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows an event touches, and the pure fold that makes them new. The hub's writer, the rebuild and the check all
 * come through here, so there is one answer to "what has come of it".
 */
final class Projector {
    private Projector() {}

    static void apply(Projections projections, Recorded recorded) throws SQLException {
        expectNew(projections, recorded);
        if (recorded.conversation().isPresent()) {
            conversation(projections, recorded.conversation().get(), recorded);
        }
        Optional<MessageId> message = MessageFold.concerned(recorded);
        if (message.isPresent()) {
            message(projections, message.get(), recorded);
        }
        Optional<String> mark = EntryMark.of(recorded.event());
        if (mark.isPresent()
                && projections.seen.find(projections.connection, mark.get()).isEmpty()) {
            projections.seen.put(mark.get(), recorded.seq());
        }
        Placing.apply(projections, recorded);
        switch (recorded.event()) {
            case CustomerEvent event -> customer(projections, event, recorded);
            case PersonEvent event -> person(projections, event, recorded);
            case MessageEvent.ChangeAwaited event -> await(projections, event, recorded);
            default -> {}
        }
    }

    /** The ids of what an event brings in are its own number: nothing can be there before. */
    private static void expectNew(Projections projections, Recorded recorded) {
        switch (recorded.event()) {
            case ConversationEvent.ConversationOpened _ ->
                projections.conversations.rows().expectNew(new ConversationId(recorded.seq()));
            case CustomerEvent.CustomerAppeared _ -> projections.customers.expectNew(new CustomerId(recorded.seq()));
            case MessageEvent _ -> projections.messages.rows().expectNew(new MessageId(recorded.seq()));
            default -> {}
        }
    }

    private static void conversation(Projections projections, ConversationId id, Recorded recorded)
            throws SQLException {
        Optional<Conversation> before = projections.conversations.find(projections.connection, id);
        ConversationFold.fold(before, recorded).ifPresent(projections.conversations::put);
    }

    private static void message(Projections projections, MessageId id, Recorded recorded) throws SQLException {
        Optional<Message> before = projections.messages.find(projections.connection, id);
        Optional<Message> after = MessageFold.fold(before, recorded);
        after.ifPresent(projections.messages::put);
        count(projections, state(before), state(after));
        Optional<Wamid> wamid = after.flatMap(Message::wamid);
        if (wamid.isPresent() && before.flatMap(Message::wamid).isEmpty()) {
            settleAwaited(projections, wamid.get());
        }
    }

    private static Optional<SendingState> state(Optional<Message> message) {
        return message.flatMap(Message::sending).map(Sending::state);
    }

    private static void count(Projections projections, Optional<SendingState> before, Optional<SendingState> after)
            throws SQLException {
        if (before.equals(after)) {
            return;
        }
        add(projections, before, -1);
        add(projections, after, 1);
    }

    private static void add(Projections projections, Optional<SendingState> state, long by) throws SQLException {
        if (state.isPresent()) {
            long total = projections
                    .sendingCounts
                    .find(projections.connection, state.get())
                    .orElse(0L);
            projections.sendingCounts.put(state.get(), total + by);
        }
    }

    /** The message is there now; whoever recorded it also records the changes that waited, as events of their own. */
    private static void settleAwaited(Projections projections, Wamid wamid) throws SQLException {
        Optional<Awaited.Waiting> waiting = projections.awaited.find(projections.connection, wamid);
        if (waiting.isPresent()) {
            Placing.settled(projections, waiting.get());
            projections.awaited.remove(wamid);
        }
    }

    private static void await(Projections projections, MessageEvent.ChangeAwaited event, Recorded recorded)
            throws SQLException {
        List<Awaited.One> waiting = new ArrayList<>(projections
                .awaited
                .find(projections.connection, event.target())
                .map(Awaited.Waiting::changes)
                .orElse(List.of()));
        waiting.add(new Awaited.One(recorded.seq(), recorded.at(), event));
        projections.awaited.put(event.target(), new Awaited.Waiting(waiting));
    }

    private static void customer(Projections projections, CustomerEvent event, Recorded recorded) throws SQLException {
        CustomerId id = CustomerFold.concerned(event, recorded);
        var before = projections.customers.find(projections.connection, id);
        CustomerFold.fold(before, event, recorded).ifPresent(after -> projections.customers.put(id, after));
        switch (event) {
            case CustomerEvent.CustomerAppeared appeared ->
                own(projections, appeared.sender().identities(), id);
            case CustomerEvent.CustomerIdentified identified -> {
                own(projections, List.of(identified.identity()), id);
                if (identified.replaced().isPresent()) {
                    disown(projections, identified.replaced().get(), id);
                }
            }
            default -> {}
        }
    }

    private static void own(Projections projections, List<Identity> identities, CustomerId id) throws SQLException {
        for (Identity identity : identities) {
            projections.identities.find(projections.connection, identity);
            projections.identities.put(identity, id);
        }
    }

    private static void disown(Projections projections, Identity identity, CustomerId id) throws SQLException {
        if (projections
                .identities
                .find(projections.connection, identity)
                .filter(id::equals)
                .isPresent()) {
            projections.identities.remove(identity);
        }
    }

    private static void person(Projections projections, PersonEvent event, Recorded recorded) throws SQLException {
        var before = projections.people.find(projections.connection, event.person());
        PersonFold.fold(before, event, recorded).ifPresent(after -> projections.people.put(event.person(), after));
    }
}
