// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.Anything;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.Event;
import baton.domain.Message;
import baton.domain.Person;
import baton.domain.Recorded;
import baton.domain.UnknownEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The console reads the very records that the hub writes. */
class AnswersTest {

    private static final List<Class<? extends Record>> ANSWERS =
            List.of(Answers.Session.class, Answers.Refused.class, Answers.Conversations.class, Answers.Seen.class);

    @Property(tries = 50)
    void areReadAsTheyWereWritten(@ForAll Random chance) {
        Anything anything = new Anything(chance);
        assertThat(ANSWERS).allSatisfy(type -> {
            Record answer = anything.of(type);
            assertThat(readAgain(answer, type)).isEqualTo(answer);
        });
    }

    @Property(tries = 50)
    void pagesCarryTheLineTheyWereReadAt(@ForAll Random chance) {
        Anything anything = new Anything(chance);
        Optional<Answers.FeedEvent> last = Optional.of(Answers.FeedEvent.of(anything.of(Recorded.class)));
        Answers.Messages messages = new Answers.Messages(7, last, anything.listOf(Message.class, 3));
        Answers.Snapshot snapshot = new Answers.Snapshot(
                7,
                last,
                anything.of(Instant.class),
                "j-1",
                anything.listOf(Conversation.class, 3),
                anything.listOf(Customer.class, 3),
                anything.listOf(Person.class, 3),
                Optional.of(9L));
        assertThat(readAgain(messages, Answers.Messages.class)).isEqualTo(messages);
        assertThat(readAgain(snapshot, Answers.Snapshot.class)).isEqualTo(snapshot);
    }

    @Property(tries = 100)
    void theFeedCarriesTheJournal(@ForAll Random chance) {
        Anything anything = new Anything(chance);
        Recorded recorded = anything.of(Recorded.class);
        Answers.Feed feed = feed(recorded);

        assertThat(readAgain(feed, Answers.Feed.class)).isEqualTo(feed);
        assertThat(readAgain(feed, Answers.Feed.class).events())
                .extracting(Answers.FeedEvent::recorded)
                .containsExactly(recorded);
    }

    @Test
    void anEventOfALaterReleaseComesThroughTheFeedDigitByDigit() {
        Recorded recorded = recorded(
                new UnknownEvent("MoodSensed", "{\"mood\":1.50,\"big\":12345678901234567890,\"a\":[null,true]}"));

        assertThat(readAgain(feed(recorded), Answers.Feed.class)
                        .events()
                        .getFirst()
                        .recorded())
                .isEqualTo(recorded);
    }

    @Test
    void theBodyTravelsAsJsonAndNotAsText() {
        JsonNode feed = Json.MAPPER.readTree(
                Json.MAPPER.writeValueAsString(feed(recorded(new UnknownEvent("X", "{\"a\":1}")))));

        assertThat(feed.at("/events/0/body/a").intValue()).isEqualTo(1);
        assertThat(feed.at("/events/0/actor").stringValue()).isEqualTo("hub");
        assertThat(feed.at("/events/0/conversation").intValue()).isEqualTo(2);
    }

    private static Recorded recorded(Event event) {
        return new Recorded(
                5, Instant.parse("2026-11-22T14:22:00Z"), Optional.of(new ConversationId(2)), new Actor.Hub(), event);
    }

    private static Answers.Feed feed(Recorded recorded) {
        return new Answers.Feed(5, recorded.at(), "j-1", List.of(Answers.FeedEvent.of(recorded)), List.of());
    }

    private static <T> T readAgain(Record answer, Class<T> type) {
        return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(answer), type);
    }
}
