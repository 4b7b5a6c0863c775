// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Payloads.BSUID;
import static baton.whatsapp.Payloads.MARIT;
import static baton.whatsapp.Payloads.NUMBER;
import static baton.whatsapp.Payloads.PHONE;
import static baton.whatsapp.Payloads.golden;
import static baton.whatsapp.Payloads.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Content;
import baton.domain.Failure;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.MediaKind;
import baton.domain.Quote;
import baton.domain.Referral;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Wamid;
import baton.whatsapp.Report.MessageReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of WHATSAPP.md 1 and 2, as a whole delivery, means exactly this. Statuses are in {@link GoldenStatusesTest}. */
final class GoldenPayloadsTest {
    private static final Sender BY_PHONE = MARIT;
    private static final Sender BY_USER_ID =
            new Sender(List.of(BSUID, PHONE), Optional.of("Marit Oyelaran"), Optional.of("marit.o"));

    /** A golden file and the one report it gives. */
    record Golden(String file, Report report) {
        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest
    @MethodSource({"texts", "files", "answers", "contexts", "notices"})
    void theExampleMeansThis(Golden golden) {
        assertThat(golden(golden.file())).containsExactly(golden.report());
    }

    static Stream<Golden> texts() {
        Identity parent = new Identity(Identity.Kind.PARENT_BSUID, "GB.ENT.9a0LmB73rYq2");
        Sender withParent = new Sender(List.of(BSUID, PHONE, parent), MARIT.name(), MARIT.username());
        Sender group = new Sender(
                List.of(new Identity(Identity.Kind.GROUP, "Y2FwaV9kZW1vZ3JvdXA6MDAwMQ")),
                MARIT.name(),
                Optional.empty());
        return Stream.of(
                new Golden(
                        "2-01-envelope",
                        new MessageReport(
                                NUMBER,
                                withParent,
                                text("wamid.DEMOIN0001", 1780315200L, "Hello, is parcel 5512 on its way?"))),
                says(
                        "2-02-text",
                        "wamid.DEMOIN0002",
                        1780315201L,
                        new Content.Text("Line one\nLine two with *bold*, _italics_, ~struck~ and ```mono```")),
                new Golden(
                        "2-24-group-text",
                        new MessageReport(NUMBER, group, text("wamid.DEMOIN0031", 1780315230L, "Good morning all"))));
    }

    static Stream<Golden> files() {
        return Stream.of(
                says(
                        "2-03-image",
                        "wamid.DEMOIN0003",
                        1780315202L,
                        media(
                                MediaKind.IMAGE,
                                "914400718820033",
                                "image/jpeg",
                                "q0N1bWFkZXVwZGlnZXN0PT0=",
                                "The broken hinge",
                                "")),
                says(
                        "2-04-video",
                        "wamid.DEMOIN0004",
                        1780315203L,
                        media(
                                MediaKind.VIDEO,
                                "914400718820034",
                                "video/mp4",
                                "bWFkZXVwMg==",
                                "Listen to the rattle",
                                "")),
                says(
                        "2-05-voice-note",
                        "wamid.DEMOIN0005",
                        1780315204L,
                        media(MediaKind.VOICE, "914400718820035", "audio/ogg; codecs=opus", "bWFkZXVwMw==", "", "")),
                says(
                        "2-06-document",
                        "wamid.DEMOIN0006",
                        1780315205L,
                        media(
                                MediaKind.DOCUMENT,
                                "914400718820036",
                                "application/pdf",
                                "bWFkZXVwNA==",
                                "Receipt",
                                "receipt 4411.pdf")),
                says(
                        "2-07-sticker",
                        "wamid.DEMOIN0007",
                        1780315206L,
                        media(MediaKind.STICKER, "914400718820037", "image/webp", "bWFkZXVwNQ==", "", "")),
                says(
                        "2-08-location",
                        "wamid.DEMOIN0008",
                        1780315207L,
                        new Content.Location(
                                51.50344,
                                -0.12757,
                                Optional.of("Meeting point"),
                                Optional.of("1 Invented Street"),
                                Optional.of("https://place.example.org/77"))),
                says(
                        "2-22-media-not-fetched",
                        "wamid.DEMOIN0028",
                        1780315227L,
                        new Content.Unsupported(
                                Optional.empty(), 131052, Optional.of("The file is larger than the limit."))),
                says(
                        "2-21-unsupported-poll",
                        "wamid.DEMOIN0027",
                        1780315226L,
                        new Content.Unsupported(
                                Optional.of("poll_creation"),
                                131051,
                                Optional.of("Message type is currently not supported."))));
    }

    static Stream<Golden> answers() {
        return Stream.of(
                quoting(
                        "2-10-template-button",
                        "wamid.DEMOIN0011",
                        1780315210L,
                        new Content.Choice(
                                Content.Choice.Kind.TEMPLATE_BUTTON, "CONFIRM_APPT_8841", "Confirm", Optional.empty()),
                        "wamid.DEMOOUT0090"),
                quoting(
                        "2-11-button-reply",
                        "wamid.DEMOIN0012",
                        1780315211L,
                        new Content.Choice(Content.Choice.Kind.BUTTON, "topic.billing", "Billing", Optional.empty()),
                        "wamid.DEMOOUT0091"),
                quoting(
                        "2-12-list-reply",
                        "wamid.DEMOIN0013",
                        1780315212L,
                        new Content.Choice(
                                Content.Choice.Kind.LIST_ROW, "slot.0930", "09:30", Optional.of("Ground floor")),
                        "wamid.DEMOOUT0092"),
                quoting(
                        "2-13-flow-reply",
                        "wamid.DEMOIN0014",
                        1780315213L,
                        new Content.Form(
                                "flow",
                                Optional.of("Sent"),
                                "{\"flow_token\":\"tk-77\",\"rating\":\"4\",\"comment\":\"fine\"}"),
                        "wamid.DEMOOUT0093"),
                quoting(
                        "2-14-call-permission",
                        "wamid.DEMOIN0015",
                        1780315214L,
                        new Content.CallPermission(true, false),
                        "wamid.DEMOOUT0094"),
                says(
                        "2-16-order",
                        "wamid.DEMOIN0018",
                        1780315217L,
                        new Content.Order(
                                "330011882277664",
                                Optional.of("Please gift-wrap"),
                                List.of(
                                        new Content.Item("SKU-19", new BigDecimal("2"), new BigDecimal("14.5"), "GBP"),
                                        new Content.Item("SKU-44", new BigDecimal("1"), new BigDecimal("3"), "GBP")))));
    }

    static Stream<Golden> contexts() {
        Referral ad = new Referral(
                "ad",
                Optional.of("120330044556677889"),
                Optional.of("https://fb.example/9xkQ"),
                Optional.of("Spring repair week"),
                Optional.of("Bring it, we fix it"));
        return Stream.of(
                new Golden(
                        "2-19-from-an-ad",
                        new MessageReport(
                                NUMBER,
                                BY_PHONE,
                                new Inbound(
                                        NUMBER,
                                        new Wamid("wamid.DEMOIN0022"),
                                        Instant.ofEpochSecond(1780315221L),
                                        new Content.Text("I saw your offer"),
                                        Optional.empty(),
                                        Optional.of(ad),
                                        Inbound.Way.DIRECT))),
                quoting(
                        "2-20-reply",
                        "wamid.DEMOIN0023",
                        1780315222L,
                        new Content.Text("Yes, that one"),
                        "wamid.DEMOOUT0095"),
                with(
                        "2-20-forwarded",
                        "wamid.DEMOIN0024",
                        1780315223L,
                        new Content.Text("passed on"),
                        new Quote(Optional.empty(), Quote.Forward.ONCE, Optional.empty())),
                with(
                        "2-20-often-forwarded",
                        "wamid.DEMOIN0025",
                        1780315224L,
                        new Content.Text("chain letter"),
                        new Quote(Optional.empty(), Quote.Forward.OFTEN, Optional.empty())),
                with(
                        "2-20-product-question",
                        "wamid.DEMOIN0026",
                        1780315225L,
                        new Content.Text("Is this in stock?"),
                        new Quote(
                                Optional.of(new Wamid("wamid.DEMOOUT0096")),
                                Quote.Forward.NO,
                                Optional.of(new Quote.Product("330011882277664", "SKU-19")))));
    }

    static Stream<Golden> notices() {
        Sender phoneOnly = new Sender(List.of(PHONE), Optional.empty(), Optional.empty());
        Identity newId = Identity.bsuid("GB.2bW8nT5cRy90Lp");
        return Stream.of(
                changed(
                        "2-15-reaction",
                        "wamid.DEMOIN0016",
                        "wamid.DEMOOUT0090",
                        new Change.Reaction(
                                new Author.Customer(), Optional.of("👍"), Instant.ofEpochSecond(1780315215L))),
                changed(
                        "2-15-reaction-removed",
                        "wamid.DEMOIN0017",
                        "wamid.DEMOOUT0090",
                        new Change.Reaction(
                                new Author.Customer(), Optional.empty(), Instant.ofEpochSecond(1780315216L))),
                changed(
                        "2-23-edit",
                        "wamid.DEMOIN0029",
                        "wamid.DEMOIN0001",
                        new Change.Edit(
                                new Content.Text("Hello, is parcel 5521 on its way?"),
                                Instant.ofEpochSecond(1780315228L))),
                changed(
                        "2-23-revoke",
                        "wamid.DEMOIN0030",
                        "wamid.DEMOIN0003",
                        new Change.Revoke(Instant.ofEpochSecond(1780315229L))),
                new Golden(
                        "2-17-number-changed",
                        new Report.IdentityChanged(
                                NUMBER,
                                new Wamid("wamid.DEMOIN0019"),
                                Instant.ofEpochSecond(1780315218L),
                                List.of(BSUID, PHONE),
                                List.of(newId, Identity.phone("447700900788")),
                                "User Marit Oyelaran changed from 447700900341 to 447700900788")),
                new Golden(
                        "2-18-user-id-changed",
                        new Report.IdentityChanged(
                                NUMBER,
                                new Wamid("wamid.DEMOIN0020"),
                                Instant.ofEpochSecond(1780315219L),
                                List.of(BSUID),
                                List.of(newId),
                                "User Marit Oyelaran changed from GB.7fQ2mZ0xVt41Kd to GB.2bW8nT5cRy90Lp")),
                new Golden(
                        "2-18-security-code-changed",
                        new MessageReport(
                                NUMBER,
                                phoneOnly,
                                inbound(
                                        "wamid.DEMOIN0021",
                                        1780315220L,
                                        new Content.Notice("customer_identity_changed", "Security code changed")))),
                new Golden(
                        "2-25-error-alone",
                        new Report.ErrorReport(
                                NUMBER,
                                new Failure(
                                        130429,
                                        "Rate limit hit",
                                        Optional.of("Throughput reached."),
                                        Optional.empty()))),
                new Golden(
                        "1-08-phone-app-echo",
                        new Report.EchoReport(
                                NUMBER,
                                phoneOnly,
                                new Author.PhoneApp(),
                                text("wamid.DEMOECHO0001", 1780315260L, "Typed on the shop phone"))));
    }

    @Test
    void aCardIsReadWithItsPhonesMailsAndOrganisation() {
        var contacts = (Content.Contacts) only("2-09-contact-card").message().content();
        assertThat(contacts.ownNumber()).isFalse();
        assertThat(contacts.cards()).singleElement().satisfies(card -> {
            assertThat(card.name()).contains("Dr Ida Brandt");
            assertThat(card.phones()).containsExactly("+44 7700 900512");
            assertThat(card.emails()).containsExactly("ida@clinic.example");
            assertThat(card.organisation()).contains("Invented Clinic");
            assertThat(card.raw()).contains("\"birthday\":\"1984-02-29\"");
        });
    }

    @Test
    void whoSharesTheirOwnNumberIsKnownByIt() {
        MessageReport report = only("2-09-own-number-shared");
        assertThat(report.sender()).isEqualTo(BY_USER_ID);
        var contacts = (Content.Contacts) report.message().content();
        assertThat(contacts.ownNumber()).isTrue();
        assertThat(contacts.cards().getFirst().name()).contains("Marit Oyelaran");
    }

    @Test
    void aRejectedTemplateIsAFactAboutTheAccount() {
        assertThat(golden("1-06-template-rejected")).singleElement().satisfies(report -> {
            var account = (Report.AccountReport) report;
            assertThat(account.field()).isEqualTo("message_template_status_update");
            assertThat(account.number()).isEmpty();
            assertThat(account.facts())
                    .containsEntry("entry.id", "881200450013377")
                    .containsEntry("entry.time", "1780315200")
                    .containsEntry("event", "REJECTED")
                    .containsEntry("message_template_id", "702233118845001")
                    .containsEntry("message_template_language", "en_GB")
                    .containsEntry("reason", "INVALID_FORMAT")
                    .containsEntry("rejection_info.recommendation", "Put words between them.")
                    .hasSize(10);
            assertThat(account.raw()).startsWith("{\"event\":\"REJECTED\"");
        });
    }

    @Test
    void aBodyThatIsNoDeliveryIsSetAsideWhole() {
        assertThat(golden("1-04-callback-setting")).singleElement().satisfies(report -> {
            var unreadable = (Report.Unreadable) report;
            assertThat(unreadable.reason()).isEqualTo(SetAside.UNREADABLE);
            assertThat(unreadable.raw()).contains("override_callback_uri");
        });
    }

    @Test
    void everyExampleIsExpectedSomewhere() throws IOException {
        Set<String> expected = new HashSet<>(GoldenStatusesTest.FILES);
        Stream.of(texts(), files(), answers(), contexts(), notices())
                .flatMap(all -> all)
                .forEach(golden -> expected.add(golden.file()));
        expected.addAll(Set.of(
                "1-04-callback-setting", "1-06-template-rejected", "2-09-contact-card", "2-09-own-number-shared"));
        try (var files = Files.list(Payloads.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .hasSize(42);
        }
    }

    private static MessageReport only(String file) {
        return (MessageReport) golden(file).getFirst();
    }

    private static Golden says(String file, String wamid, long second, Content content) {
        return new Golden(file, new MessageReport(NUMBER, BY_PHONE, inbound(wamid, second, content)));
    }

    private static Golden quoting(String file, String wamid, long second, Content content, String quoted) {
        return with(file, wamid, second, content, Quote.of(new Wamid(quoted)));
    }

    private static Golden with(String file, String wamid, long second, Content content, Quote quote) {
        var message = new Inbound(
                NUMBER,
                new Wamid(wamid),
                Instant.ofEpochSecond(second),
                content,
                Optional.of(quote),
                Optional.empty(),
                Inbound.Way.DIRECT);
        return new Golden(file, new MessageReport(NUMBER, BY_PHONE, message));
    }

    private static Golden changed(String file, String own, String target, Change change) {
        return new Golden(
                file,
                new Report.ChangeReport(
                        NUMBER, Optional.of(new Wamid(own)), new Wamid(target), change, Optional.of(BY_PHONE)));
    }

    private static Inbound text(String wamid, long second, String body) {
        return inbound(wamid, second, new Content.Text(body));
    }

    private static Content media(MediaKind kind, String id, String type, String hash, String caption, String name) {
        return new Content.Media(
                kind,
                id,
                type,
                Optional.of(hash),
                Optional.of(caption).filter(text -> !text.isEmpty()),
                Optional.of(name).filter(text -> !text.isEmpty()));
    }
}
