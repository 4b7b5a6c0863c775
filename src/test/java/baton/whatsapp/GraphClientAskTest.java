// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.Wamid;
import baton.run.Secret;
import baton.whatsapp.GraphAnswer.Ok;
import baton.whatsapp.GraphAnswer.Refused;
import baton.whatsapp.GraphAnswer.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marks as read, the token check, the number's health, and the rate headers. */
final class GraphClientAskTest {
    private final MockWebServer server = new MockWebServer();
    private final List<RateUsage> usages = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readAndTypingGoToTheMessagesEndpoint() throws InterruptedException {
        answer("{\"success\": true}");
        answer("{\"success\": true}");
        var wamid = new Wamid("wamid.DEMOIN0001");
        assertThat(client(Optional.empty()).markRead(Payloads.NUMBER, wamid, false))
                .isEqualTo(new Ok<>(wamid));
        assertThat(client(Optional.empty()).markRead(Payloads.NUMBER, wamid, true))
                .isEqualTo(new Ok<>(wamid));
        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo(
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.DEMOIN0001\"}");
        assertThat(server.takeRequest().getBody().utf8()).contains("\"typing_indicator\":{\"type\":\"text\"}");
    }

    @Test
    void theTokenCheckTellsWhatIsMissing() throws InterruptedException {
        answer("""
            {"data": {"is_valid": true, "app_id": "550120093312468", "expires_at": 0,
             "scopes": ["whatsapp_business_messaging"]}}\
            """);
        answer("{\"data\": {\"is_valid\": false, \"expires_at\": 1780315200}}");
        assertThat(client(Optional.empty()).checkToken())
                .isInstanceOfSatisfying(
                        Ok.class,
                        ok -> assertThat(ok.value())
                                .isEqualTo(new TokenHealth(
                                        true,
                                        Optional.of("550120093312468"),
                                        List.of("whatsapp_business_messaging"),
                                        Optional.empty())));
        var expired = (Ok<TokenHealth>) client(Optional.empty()).checkToken();
        assertThat(expired.value().valid()).isFalse();
        assertThat(expired.value().expiresAt()).contains(Instant.ofEpochSecond(1780315200));
        assertThat(expired.value().missingScopes()).hasSize(2);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v25.0/debug_token?input_token=made-up-token");
    }

    @Test
    void theHealthOfANumberIsAskedInTwoCalls() {
        answer("""
            {"display_phone_number": "+44 20 7946 0157", "verified_name": "Invented Repairs", "status": "CONNECTED",
             "quality_rating": "GREEN", "throughput": {"level": "STANDARD"}, "account_mode": "LIVE"}\
            """);
        answer("""
            {"whatsapp_business_manager_messaging_limit": "TIER_2K", "webhook_configuration": {"application": "https://h.example"},
             "health_status": {"can_send_message": "BLOCKED", "entities": [
              {"entity_type": "PHONE_NUMBER", "additional_info": ["The display name is not approved yet."]},
              {"entity_type": "APP", "errors": [{"error_code": 141000, "error_description": "Made-up text.",
               "possible_solution": "Made-up advice."}]}]}}\
            """);
        var health = (Ok<NumberHealth>) client(Optional.empty()).numberHealth(Payloads.NUMBER);
        assertThat(health.value().basics().status()).contains("CONNECTED");
        assertThat(health.value().basics().throughput()).contains("STANDARD");
        assertThat(health.value().extras())
                .contains(new NumberHealth.Extras(
                        Optional.of("TIER_2K"),
                        Optional.of("BLOCKED"),
                        List.of(
                                "PHONE_NUMBER: The display name is not approved yet.",
                                "APP: 141000 Made-up text. (Made-up advice.)"),
                        Optional.of("https://h.example")));
    }

    @Test
    void extrasThatMayNotBeReadDoNotCostTheBasics() {
        answer("{\"status\": \"CONNECTED\"}");
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"error\": {\"code\": 100, \"message\": \"No such field\"}}")
                .build());
        var health = (Ok<NumberHealth>) client(Optional.empty()).numberHealth(Payloads.NUMBER);
        assertThat(health.value().basics().status()).contains("CONNECTED");
        assertThat(health.value().extras()).isEmpty();
    }

    @Test
    void aNoAndASilenceAreTold() {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"error\": {\"code\": 190, \"message\": \"Expired\"}}")
                .build());
        server.enqueue(new MockResponse.Builder().code(502).body("<html>").build());
        assertThat(client(Optional.empty()).numberHealth(Payloads.NUMBER)).isInstanceOf(Refused.class);
        assertThat(client(Optional.empty()).numberHealth(Payloads.NUMBER)).isInstanceOf(Unreachable.class);
    }

    @Test
    void theProofOfTheAppSecretTravelsWithEveryCall() throws InterruptedException {
        answer("{\"success\": true}");
        client(Optional.of(new Secret("k3y"))).markRead(Payloads.NUMBER, new Wamid("wamid.A"), false);
        // printf made-up-token | openssl dgst -sha256 -hmac k3y
        assertThat(server.takeRequest().getTarget())
                .endsWith("?appsecret_proof=c2e9f584e686a9b459fbcf8481e961cde9ef2ec297f106a1af781cb1f4f08991");
    }

    @Test
    void theWorstFigureOfAllRateHeadersIsTold() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"success\": true}")
                .setHeader("X-App-Usage", "{\"call_count\":12,\"total_time\":5,\"total_cputime\":3}")
                .setHeader(
                        "X-Business-Use-Case-Usage",
                        "{\"881200450013377\": [{\"type\": \"whatsapp\", \"call_count\": 28, \"total_cputime\": 3, "
                                + "\"total_time\": 96, \"estimated_time_to_regain_access\": 7}]}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("{\"success\": true}")
                .setHeader("X-App-Usage", "nonsense")
                .build());
        client(Optional.empty()).markRead(Payloads.NUMBER, new Wamid("wamid.A"), false);
        client(Optional.empty()).markRead(Payloads.NUMBER, new Wamid("wamid.A"), false);
        assertThat(usages).containsExactly(new RateUsage(96, Duration.ofMinutes(7)));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        var token = new Secret("t");
        assertThatThrownBy(() -> GraphSettings.of(URI.create("ftp://graph.example"), () -> token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http or https");
        assertThatThrownBy(() -> new GraphSettings(
                        URI.create("https://graph.example"),
                        "25",
                        () -> token,
                        Optional.empty(),
                        GraphSettings.Timeouts.DEFAULT))
                .hasMessageContaining("v25.0");
        assertThatThrownBy(
                        () -> new GraphSettings.Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("longer than zero");
    }

    @Test
    void aSecretNeverPrintsItself() {
        var settings = GraphSettings.of(URI.create("https://graph.example"), () -> new Secret("hidden"));
        assertThat(new Secret("hidden")).hasToString("***");
        assertThat(settings.toString()).doesNotContain("hidden");
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private GraphClient client(Optional<Secret> appSecret) {
        var token = new Secret("made-up-token");
        return new GraphClient(
                new GraphSettings(
                        URI.create("http://127.0.0.1:" + server.getPort()),
                        GraphSettings.DEFAULT_VERSION,
                        () -> token,
                        appSecret,
                        GraphSettings.Timeouts.DEFAULT),
                usages::add);
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }
}
