// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Payloads.BSUID;
import static baton.whatsapp.Payloads.NUMBER;
import static baton.whatsapp.Payloads.PHONE;
import static baton.whatsapp.Payloads.golden;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Change;
import baton.domain.Failure;
import baton.domain.Pricing;
import baton.domain.Sender;
import baton.domain.Tick;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every example of WHATSAPP.md 3 means exactly this. */
final class GoldenStatusesTest {
    static final List<String> FILES = List.of(
            "3-01-sent",
            "3-02-delivered",
            "3-02-read",
            "3-02-played",
            "3-03-failed",
            "3-05-sent-old-pricing",
            "3-05-sent-free-entry");

    private static final Optional<Sender> BY_PHONE =
            Optional.of(new Sender(List.of(PHONE), Optional.empty(), Optional.empty()));

    @Test
    void sentCarriesOurIdThePricingAndTheProfile() {
        var pricing = new Pricing(
                Optional.of("PMP"),
                Optional.of("regular"),
                Optional.of("utility"),
                "{\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"utility\"}}");
        assertThat(golden("3-01-sent"))
                .containsExactly(new Report.StatusReport(
                        NUMBER,
                        new Wamid("wamid.DEMOOUT0090"),
                        Optional.of("outbox:0f6d2c1e"),
                        status(Tick.SENT, 1780315300L, Optional.of(pricing), Optional.empty()),
                        Optional.of(
                                new Sender(List.of(BSUID, PHONE), Optional.of("Marit Oyelaran"), Optional.empty()))));
    }

    @Test
    void deliveredIsPricedAndReadAndPlayedAreNot() {
        var free = new Pricing(
                Optional.of("PMP"),
                Optional.of("free_customer_service"),
                Optional.of("service"),
                "{\"pricing\":{\"billable\":false,\"pricing_model\":\"PMP\",\"type\":\"free_customer_service\",\"category\":\"service\"}}");
        assertThat(golden("3-02-delivered"))
                .containsExactly(report(
                        "wamid.DEMOOUT0090", status(Tick.DELIVERED, 1780315301L, Optional.of(free), Optional.empty())));
        assertThat(golden("3-02-read"))
                .containsExactly(report(
                        "wamid.DEMOOUT0090", status(Tick.READ, 1780315320L, Optional.empty(), Optional.empty())));
        assertThat(golden("3-02-played"))
                .containsExactly(report(
                        "wamid.DEMOOUT0097", status(Tick.PLAYED, 1780315333L, Optional.empty(), Optional.empty())));
    }

    @Test
    void failedCarriesTheReason() {
        var failure = new Failure(
                131047,
                "Re-engagement message",
                Optional.of("More than 24 hours have passed since the customer last wrote."),
                Optional.empty());
        assertThat(golden("3-03-failed"))
                .containsExactly(new Report.StatusReport(
                        NUMBER,
                        new Wamid("wamid.DEMOOUT0098"),
                        Optional.of("outbox:77aa"),
                        status(Tick.FAILED, 1780315340L, Optional.empty(), Optional.of(failure)),
                        BY_PHONE));
    }

    @Test
    void theConversationOfTheOldModelIsKeptBesideThePricing() {
        assertThat(golden("3-05-sent-old-pricing")).singleElement().satisfies(report -> {
            Pricing pricing = ((Report.StatusReport) report).status().pricing().orElseThrow();
            assertThat(pricing.model()).contains("CBP");
            assertThat(pricing.raw())
                    .contains("\"expiration_timestamp\":\"1748786400\"", "\"origin\":{\"type\":\"service\"}");
        });
        assertThat(golden("3-05-sent-free-entry")).singleElement().satisfies(report -> {
            Pricing pricing = ((Report.StatusReport) report).status().pricing().orElseThrow();
            assertThat(pricing.type()).contains("free_entry_point");
            assertThat(pricing.raw()).contains("\"expiration_timestamp\":\"1780574550\"");
        });
    }

    private static Report report(String wamid, Change.Status status) {
        return new Report.StatusReport(NUMBER, new Wamid(wamid), Optional.empty(), status, BY_PHONE);
    }

    private static Change.Status status(Tick tick, long second, Optional<Pricing> pricing, Optional<Failure> failure) {
        return new Change.Status(tick, Instant.ofEpochSecond(second), Optional.empty(), pricing, failure);
    }
}
