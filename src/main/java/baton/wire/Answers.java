// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.Actor;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.Event;
import baton.domain.Message;
import baton.domain.Person;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.Role;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What the hub answers, as records: the same ones the console reads. */
public final class Answers {
    private Answers() {}

    /** A sign-in that worked. {@code token} goes into {@code Authorization: Bearer …}. */
    public record Session(String token, PersonId person, String displayName, Role role, Instant expiresAt) {}

    /** Something was refused: the reason's name, a sentence, and the facts to act on. */
    public record Refused(String refusal, String why, Map<String, String> facts) {}

    /** One journal line as the feed sends it. */
    public record FeedEvent(
            long seq,
            Instant at,
            Optional<ConversationId> conversation,
            Actor actor,
            String kind,

            @JsonRawValue @JsonDeserialize(using = RawJson.class)
            String body) {

        public static FeedEvent of(Recorded recorded) {
            Event event = recorded.event();
            return new FeedEvent(
                    recorded.seq(),
                    recorded.at(),
                    recorded.conversation(),
                    recorded.actor(),
                    EventCodec.kind(event),
                    EventCodec.body(event));
        }

        /** The line as it stands in the hub's journal. */
        public Recorded recorded() {
            return new Recorded(seq, at, conversation, actor, EventCodec.read(kind, body));
        }
    }

    /**
     * News since the cursor. {@code upTo}: the last journal number looked at, the next cursor. {@code now}: the hub's
     * time. {@code touches}: the volatile lane, changed since the last answer.
     */
    public record Feed(long upTo, Instant now, String journal, List<FeedEvent> events, List<Seen> touches) {}

    /** Somebody is at work in a conversation right now. {@code until}: the end of their hold if they hold it. */
    public record Seen(
            ConversationId conversation, PersonId person, boolean typing, Instant lastInput, Optional<Instant> until) {}

    /**
     * A page of the state as of {@code upTo}; {@code last} is that line, absent in an empty journal; {@code next} is the cursor of the
     * next page, absent on the last.
     */
    public record Snapshot(
            long upTo,
            Optional<FeedEvent> last,
            Instant now,
            String journal,
            List<Conversation> conversations,
            List<Customer> customers,
            List<Person> people,
            Optional<Long> next) {}

    /** A page of conversations for a list. */
    public record Conversations(long upTo, Instant now, List<Row> conversations) {}

    /** One list row: the conversation, its customer, and the end of the hold at this moment. */
    public record Row(
            Conversation conversation,
            Customer customer,
            Optional<Instant> heldUntil,
            Optional<Instant> windowClosesAt) {}

    /** A page of messages, oldest first, as of {@code upTo}; {@code last} is that line. */
    public record Messages(long upTo, Optional<FeedEvent> last, List<Message> messages) {}
}
