// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.NumberId;
import baton.domain.Sender;
import baton.domain.Wamid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies of deliveries, and the people and numbers in them. */
final class Payloads {
    static final Path FOLDER = Path.of("src/test/resources/whatsapp");
    static final NumberId NUMBER = new NumberId("771940260085512");
    static final Identity PHONE = Identity.phone("447700900341");
    static final Identity BSUID = Identity.bsuid("GB.7fQ2mZ0xVt41Kd");
    static final Sender MARIT =
            new Sender(List.of(BSUID, PHONE), Optional.of("Marit Oyelaran"), Optional.of("marit.o"));

    private static final String METADATA = """
        "metadata": {"display_phone_number": "+44 20 7946 0157", "phone_number_id": "771940260085512"}\
        """;

    private Payloads() {}

    /** The reports of a golden file. */
    static List<Report> golden(String name) {
        return delivery(bytes(name)).reports();
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A delivery of one message from somebody named by it. */
    static Delivery message(String json) {
        return value("messages", "\"messages\": [" + json + "]");
    }

    /** The content of a delivery of one message that holds these properties besides sender, id and time. */
    static Content content(String properties) {
        Report report = message("{\"from\": \"447700900341\", \"id\": \"wamid.T\", \"timestamp\": \"1780315200\", "
                        + properties + "}")
                .reports()
                .getFirst();
        return ((Report.MessageReport) report).message().content();
    }

    /** A delivery of one change: the properties stand beside the metadata of our number. */
    static Delivery value(String field, String properties) {
        return change(field, "{" + METADATA + (properties.isEmpty() ? "" : ", " + properties) + "}");
    }

    static Delivery change(String field, String value) {
        return delivery("""
            {"object": "whatsapp_business_account", "entry": [{"id": "881200450013377", "time": 1780315200,
             "changes": [{"field": "%s", "value": %s}]}]}\
            """.formatted(field, value));
    }

    static Delivery delivery(String body) {
        return delivery(body.getBytes(StandardCharsets.UTF_8));
    }

    static Delivery delivery(byte[] body) {
        try {
            return WebhookCodec.read(body);
        } catch (NotJson e) {
            throw new AssertionError(e);
        }
    }

    static Inbound inbound(String wamid, long second, Content content) {
        return new Inbound(
                NUMBER,
                new Wamid(wamid),
                Instant.ofEpochSecond(second),
                content,
                Optional.empty(),
                Optional.empty(),
                Inbound.Way.DIRECT);
    }
}
