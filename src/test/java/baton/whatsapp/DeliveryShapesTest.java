// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Payloads.NUMBER;
import static baton.whatsapp.Payloads.change;
import static baton.whatsapp.Payloads.delivery;
import static baton.whatsapp.Payloads.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.whatsapp.Report.MessageReport;
import baton.whatsapp.Report.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole bodies: batches, what is no JSON, and JSON that is no delivery. */
final class DeliveryShapesTest {
    private static final String HELLO =
            "{\"from\": \"447700900341\", \"id\": \"wamid.%d\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "<html>",
                "[]",
                "7",
                "null",
                "\"text\"",
                "{",
                "{\"a\":}",
                "{} trailing",
                "1 {\"a\": 2}",
                "1 \"object\": 2",
                "{\"a\": NaN}",
                "{'a': 1}"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> WebhookCodec.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotJson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"whatsapp_business_account\",\"entry\":[]}",
                "{\"entry\":[{\"changes\":[]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":[]}}]}]}"
            })
    void anEmptyDeliverySaysNothing(String body) {
        assertThat(delivery(body)).isEqualTo(new Delivery(List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"object\":\"page\"}",
                "{\"entry\":7}",
                "{\"entry\":[{}]}",
                "{\"entry\":[7]}",
                "{\"entry\":[{\"changes\":[{}]}]}",
                "{\"entry\":[{\"changes\":[7]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\"}]}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":[]}]}]}",
                "{\"entry\":{\"changes\":{\"value\":1}}}"
            })
    void aDeliveryOfAnotherShapeIsSetAsideNotRefused(String body) {
        assertThat(delivery(body).reports()).singleElement().isInstanceOf(Unreadable.class);
    }

    @Test
    void singleObjectsStandForListsOfOne() {
        assertThat(delivery(
                                "{\"entry\":{\"changes\":{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":771940260085512},"
                                    + "\"messages\":" + HELLO.formatted(1) + "}}}}")
                        .reports())
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageReport.class,
                        report -> assertThat(report.number()).isEqualTo(NUMBER));
    }

    @Test
    void theTestOfTheAppDashboardIsRead() {
        assertThat(delivery("{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"1\"},\"messages\":["
                                + HELLO.formatted(1) + "]}}")
                        .reports())
                .singleElement()
                .isInstanceOf(MessageReport.class);
    }

    @Test
    void oneBrokenEntryAmongAThousandCostsOnlyItself() {
        String entries = IntStream.range(0, 1000)
                .mapToObj(i -> i == 500 ? "{\"id\": {\"broken\": true}, \"text\": 9}" : HELLO.formatted(i))
                .collect(Collectors.joining(","));
        Delivery delivery = message(entries);
        assertThat(delivery.reports()).hasSize(1000);
        assertThat(delivery.reports().stream().filter(MessageReport.class::isInstance))
                .hasSize(999);
        assertThat(delivery.reports().get(500)).isInstanceOfSatisfying(Unreadable.class, broken -> {
            assertThat(broken.number()).contains(NUMBER);
            assertThat(broken.raw()).isEqualTo("{\"id\":{\"broken\":true},\"text\":9}");
        });
        assertThat(delivery.messageEntries()).containsExactly(Map.entry(NUMBER, 1000));
    }

    @Test
    void entriesAreCountedPerNumber() {
        String two = "{\"metadata\":{\"phone_number_id\":\"2\"},\"messages\":[" + HELLO.formatted(1) + ",7]}";
        String one = "{\"metadata\":{\"phone_number_id\":\"1\"},\"messages\":[" + HELLO.formatted(2)
                + "],\"statuses\":[{}]}";
        assertThat(delivery("{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":" + two
                                + "},{\"field\":\"messages\",\"value\":" + one
                                + "}]},{\"changes\":[{\"field\":\"messages\",\"value\":" + one + "}]}]}")
                        .messageEntries())
                .isEqualTo(Map.of(new NumberId("1"), 2, new NumberId("2"), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"metadata\": {},", "\"metadata\": {\"phone_number_id\": \" \"},", "\"metadata\": 7,"})
    void withoutAPhoneNumberIdEveryEntryGoesToTheListOfUnknownNumbers(String metadata) {
        assertThat(change(
                                "messages",
                                "{" + metadata + "\"messages\": [" + HELLO.formatted(1)
                                        + "], \"statuses\": [{\"id\": \"wamid.2\"}]}")
                        .reports())
                .hasSize(2)
                .allSatisfy(report -> assertThat(((Unreadable) report).reason()).isEqualTo(SetAside.UNKNOWN_NUMBER))
                .allSatisfy(report -> assertThat(((Unreadable) report).wamid()).isPresent());
    }

    @Test
    void brokenTextBytesCostOnlyThemselves() {
        byte[] body = ("\uFEFF"
                        + "{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"1\"},\"messages\":["
                        + HELLO.formatted(1) + "]}}")
                .replace("\"x\"", "\"?\"")
                .getBytes(StandardCharsets.UTF_8);
        byte[] plain = java.util.Arrays.copyOfRange(body, 3, body.length);
        plain[new String(plain, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        assertThat(((MessageReport) delivery(plain).reports().getFirst())
                        .message()
                        .content()
                        .words())
                .isEqualTo("\uFFFD");
        assertThat(delivery(body).reports()).singleElement().isInstanceOf(MessageReport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999999", "1e999999999", "-1e-999999999"})
    void numbersBeyondReasonCostOnlyThemselves(String number) {
        assertThat(message(HELLO.formatted(1).replace("{\"from\"", "{\"odd\": " + number + ", \"from\""))
                        .reports())
                .singleElement()
                .isInstanceOf(MessageReport.class);
        assertThat(message(HELLO.formatted(1).replace("{\"from\"", "{\"odd\": " + "9".repeat(5000) + ", \"from\""))
                        .reports())
                .singleElement()
                .isInstanceOf(MessageReport.class);
    }

    @Test
    void nestingBeyondReasonIsSetAside() {
        assertThat(delivery("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                        .reports())
                .singleElement()
                .isInstanceOf(Unreadable.class);
        assertThat(message("[".repeat(450) + "]".repeat(450)).reports())
                .singleElement()
                .isInstanceOf(Unreadable.class);
        assertThat(change("account_update", "{\"a\":".repeat(450) + "1" + "}".repeat(450))
                        .reports())
                .singleElement()
                .isInstanceOfSatisfying(
                        Report.AccountReport.class,
                        report -> assertThat(report.facts()).hasSize(2));
    }

    @Test
    void aDeliveryNeverGivesMoreReportsThanItsBound() {
        assertThat(message("7,".repeat(200_000) + "7").reports())
                .hasSize(Reports.MOST + 1)
                .last()
                .isInstanceOfSatisfying(
                        Unreadable.class, last -> assertThat(last.why()).contains("50000"));
    }
}
