// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one change touched, complete and immutable: a screen needs to ask nothing to draw it. What is empty did not
 * change.
 *
 * @param reload everything else may have changed too: ask for views, pages and drafts anew (the replica was filled anew)
 * @param rows rows that are new or different, each as it is now
 * @param gone conversations that this person may not see any more
 * @param messages messages that are new or different, as they are now, in the order of their ids
 * @param outgoing of conversations whose queued bubbles changed, all that are left
 * @param drafts drafts that were changed by something else than the person's typing (a text came back)
 * @param atWork the volatile lane: who touched what
 * @param people everybody, if somebody changed
 */
public record Changes(
        boolean reload,
        List<ConversationRow> rows,
        List<ConversationId> gone,
        Map<ConversationId, List<Message>> messages,
        Map<ConversationId, List<Outgoing>> outgoing,
        List<Draft> drafts,
        List<AtWork> atWork,
        List<Person> people,
        Optional<LinkState> link,
        Optional<OutboxCounts> outbox) {

    public static final Changes NONE = new Changes(
            false,
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public Changes {
        rows = List.copyOf(rows);
        gone = List.copyOf(gone);
        messages = Map.copyOf(messages);
        outgoing = Map.copyOf(outgoing);
        drafts = List.copyOf(drafts);
        atWork = List.copyOf(atWork);
        people = List.copyOf(people);
    }

    static Changes of(LinkState state) {
        return NONE.with(state);
    }

    Changes with(LinkState state) {
        return new Changes(reload, rows, gone, messages, outgoing, drafts, atWork, people, Optional.of(state), outbox);
    }

    /** Everything may have changed. */
    public static Changes everything() {
        return new Changes(
                true,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the feed brought. */
    static Changes of(
            List<ConversationRow> rows,
            Map<ConversationId, List<Message>> messages,
            List<AtWork> atWork,
            List<Person> people) {
        return new Changes(
                false,
                rows,
                List.of(),
                messages,
                Map.of(),
                List.of(),
                atWork,
                people,
                Optional.empty(),
                Optional.empty());
    }

    /** What became of something this desk wrote. */
    static Changes of(Map<ConversationId, List<Outgoing>> outgoing, List<Draft> drafts, OutboxCounts outbox) {
        return new Changes(
                false,
                List.of(),
                List.of(),
                Map.of(),
                outgoing,
                drafts,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(outbox));
    }

    /** This and what another part of the desk has to say at the same moment. */
    Changes and(Map<ConversationId, List<Outgoing>> bubbles, OutboxCounts counts) {
        return new Changes(reload, rows, gone, messages, bubbles, drafts, atWork, people, link, Optional.of(counts));
    }
}
