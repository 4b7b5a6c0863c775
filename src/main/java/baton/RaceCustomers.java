// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.run.Secret;
import baton.whatsapp.Signature;
import baton.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Customers made up for a race: each writes one line, delivered and signed as Meta would. */
final class RaceCustomers {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final RaceCommand.Words words;
    private final Signature signature;
    private final String number;

    RaceCustomers(OkHttpClient client, RaceCommand.Words words) {
        this.client = client;
        this.words = words;
        this.signature = new Signature(new Secret(RaceCommand.secret(words.env(), "BATON_APP_SECRET")));
        this.number = RaceCommand.secret(words.env(), "BATON_PHONE_NUMBER_ID")
                .split(",")[0]
                .strip();
    }

    /** Returns when all are in the journal; refuses with {@link HubSeat.NotServed}. */
    void write() {
        long first = Instant.now().toEpochMilli();
        Race.numbers(words.make()).forEach(i -> deliver("88" + (first * 1_000 + i) % 1_000_000_000_000L));
    }

    private void deliver(String phone) {
        byte[] body = Json.MAPPER.writeValueAsBytes(body(phone));
        Request request = new Request.Builder()
                .url(words.hubs().getFirst() + "/webhooks/whatsapp")
                .header("X-Hub-Signature-256", signature.header(body))
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                throw new HubSeat.NotServed("A made-up customer's message was answered with " + response.code()
                        + "; is BATON_APP_SECRET the hub's?");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(words.hubs().getFirst() + " does not answer", broken);
        }
    }

    private Map<String, Object> body(String phone) {
        Map<String, Object> message = Map.of(
                "from",
                phone,
                "id",
                "wamid.race." + phone,
                "timestamp",
                Long.toString(Instant.now().getEpochSecond()),
                "type",
                "text",
                "text",
                Map.of("body", "On your marks"));
        Map<String, Object> value = Map.of(
                "messaging_product", "whatsapp",
                "metadata", Map.of("display_phone_number", "1", "phone_number_id", number),
                "contacts", List.of(Map.of("profile", Map.of("name", "Race"), "wa_id", phone)),
                "messages", List.of(message));
        return Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of("id", "race", "changes", List.of(Map.of("field", "messages", "value", value)))));
    }
}
