// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The network between business and phones, stepped by hand. */
final class NetworkTest {
    private final List<Update> updates = new ArrayList<>();
    private final Network network =
            new Network(BusinessLine.invented(), 1, HandClock.START, (update, now) -> updates.add(update), heard -> {});
    private final Phone phone = network.introduce(Identity.stranger("447700900341", 1));

    private static Outgoing text(String body) {
        return new Outgoing("text", Json.object().put("body", body), body, Optional.empty(), Outgoing.Terms.NONE);
    }

    private List<String> pricing(Instant at, Spoken opening) {
        updates.clear();
        network.say(phone, opening, at);
        network.accept(phone, text("x"), false, at.plusSeconds(10));
        network.step(at.plusSeconds(60));
        return updates.stream()
                .filter(update -> update.kind() == Update.Kind.STATUS)
                .map(update -> Json.text(update.item().path("pricing"), "type"))
                .toList();
    }

    @Test
    void aServiceMessageIsFreeUntilTheMonthlyThousandIsUsedUpAfterOctober2026() {
        Instant october = Instant.parse("2026-10-05T00:00:00Z");
        assertThat(pricing(october, Spoken.text("hi")))
                .containsExactly("free_customer_service", "free_customer_service", "");
        for (int i = 0; i < 1_000; i++) {
            network.accept(phone, text("x"), false, october.plusSeconds(100));
        }
        network.step(october.plusSeconds(200));
        assertThat(pricing(october.plusSeconds(300), Spoken.text("hi"))).containsExactly("regular", "regular", "");
        Instant november = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(pricing(november, Spoken.text("hi"))).startsWith("free_customer_service");
    }

    @Test
    void anAnswerToSomebodyFromAnAdvertisementOpensTheFreeEntryWindow() {
        var referral = Json.object();
        referral.putObject("referral").put("source_type", "ad");
        assertThat(pricing(HandClock.START, Spoken.text("hi").with(referral))).startsWith("free_entry_point");
        assertThat(updates.get(1)
                        .item()
                        .path("conversation")
                        .path("origin")
                        .path("type")
                        .asString(""))
                .isEqualTo("referral_conversion");
        assertThat(pricing(HandClock.START.plus(Duration.ofDays(4)), Spoken.text("hi")))
                .startsWith("free_customer_service");
    }

    @Test
    void aVoiceNoteIsPlayedAfterItIsRead() {
        network.say(phone, Spoken.text("hi"), HandClock.START);
        var voice = new Outgoing(
                "audio",
                Json.object().put("id", "1").put("voice", true),
                "[audio]",
                Optional.empty(),
                Outgoing.Terms.NONE);
        network.accept(phone, voice, false, HandClock.START);
        network.step(HandClock.START.plusSeconds(60));
        assertThat(updates.stream().map(update -> Json.text(update.item(), "status")))
                .containsExactly("", "sent", "delivered", "read", "played");
    }

    @Test
    void anEarlySentIsReportedBeforeTheCallReturns() {
        network.say(phone, Spoken.text("hi"), HandClock.START);
        String id = network.accept(phone, text("x"), true, HandClock.START);
        assertThat(updates.getLast().key()).isEqualTo(id + " sent");
    }

    /** Generous, since the machine may be busy; quadratic work would take minutes. */
    @Test
    @Timeout(30)
    void ahundredThousandMessagesToOnePhoneAreNoStrainAndMemoryStaysBounded() {
        Instant now = HandClock.START;
        network.say(phone, Spoken.text("hi"), now);
        for (int i = 0; i < 100_000; i++) {
            now = now.plusMillis(12);
            network.accept(phone, text("n" + i), false, now);
            network.step(now);
        }
        updates.clear();
        network.step(now.plusSeconds(60));
        assertThat(network.counts().messagesAccepted()).isEqualTo(100_000);
        assertThat(phone.thread()).hasSizeLessThanOrEqualTo(20_000);
        assertThat(phone.thread().getLast().words().text()).isEqualTo("n99999");
    }
}
