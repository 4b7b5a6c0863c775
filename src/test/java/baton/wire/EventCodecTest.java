// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.ConversationEvent;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Event;
import baton.domain.MessageEvent;
import baton.domain.PersonId;
import baton.domain.UnknownEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class EventCodecTest {

    @Test
    void everyEventHasAKindOfItsOwn() {
        assertThat(EventCodec.kinds().values())
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(
                        leaves(Event.class).map(Class::getName).toList());
    }

    @Test
    void anEventOfALaterReleaseIsKeptWordForWord() {
        String raw = "{ \"mood\" : 1.50, \"who\":\"mina\" }";
        Event event = EventCodec.read("MoodSensed", raw);

        assertThat(event).isEqualTo(new UnknownEvent("MoodSensed", raw));
        assertThat(EventCodec.kind(event)).isEqualTo("MoodSensed");
        assertThat(EventCodec.body(event)).isEqualTo(raw);
    }

    @Test
    void aPropertyOfALaterReleaseIsPassedOver() {
        assertThat(EventCodec.read("ConversationResolved", "{\"by\":\"mina\",\"mood\":{\"is\":\"Good\"}}"))
                .isEqualTo(new ConversationEvent.ConversationResolved(new PersonId("mina")));
    }

    @Test
    void anAbsentOptionalIsEmptyAndSoIsANullOne() {
        CustomerEvent.CustomerRenamed renamed =
                new CustomerEvent.CustomerRenamed(new CustomerId(4), Optional.empty(), Optional.empty());

        assertThat(EventCodec.read("CustomerRenamed", "{\"customer\":4}")).isEqualTo(renamed);
        assertThat(EventCodec.read("CustomerRenamed", "{\"customer\":4,\"name\":null}"))
                .isEqualTo(renamed);
    }

    /** A journal that lost a part of an event is broken; guessing would make it worse. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ClaimReleased | {}",
                "ClaimReleased | {\"claim\":5,\"holder\":\"mina\"}",
                "ClaimReleased | {\"claim\":5,\"holder\":\"mina\",\"reason\":\"BORED\"}",
                "ClaimReleased | {\"claim\":5,\"holder\":null,\"reason\":\"IDLE\"}",
                "ClaimReleased | {\"claim\":0,\"holder\":\"mina\",\"reason\":\"IDLE\"}",
                "ClaimReleased | {\"claim\":\"x\",\"holder\":\"mina\",\"reason\":\"IDLE\"}",
                "ClaimReleased | {\"claim\":5.5,\"holder\":\"mina\",\"reason\":\"IDLE\"}",
                "ClaimReleased | {\"claim\":5,\"holder\":{},\"reason\":\"IDLE\"}",
                "ClaimReleased | {\"claim\":5,\"holder\":7,\"reason\":\"IDLE\"}",
                "NoteWritten | {\"author\":\"mina\",\"text\":\"x\"}",
                "MessageEdited | {\"message\":4,\"content\":{\"body\":\"no"
                        + " kind\"},\"editedAt\":\"2026-11-22T14:22:00Z\"}",
                "ClaimReleased | [",
            })
    void aKnownKindWithABodyThatDoesNotFitIsABrokenJournal(String kind, String body) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> EventCodec.read(kind, body));
    }

    @Test
    void aWholeBodyIsReadAsItStands() {
        assertThat(EventCodec.read("ClaimReleased", "{\"claim\":5,\"holder\":\"mina\",\"reason\":\"IDLE\"}"))
                .isEqualTo(
                        new ClaimEvent.ClaimReleased(new ClaimNumber(5), new PersonId("mina"), ClaimEvent.Reason.IDLE));
        assertThat(EventCodec.read("NoteWritten", "{\"author\":\"mina\",\"text\":\"x\",\"mentions\":[]}"))
                .isEqualTo(new MessageEvent.NoteWritten(new PersonId("mina"), "x", List.of()));
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EventCodecTest::leaves)
                : Stream.of(family).filter(leaf -> leaf != UnknownEvent.class).map(leaf -> leaf);
    }
}
