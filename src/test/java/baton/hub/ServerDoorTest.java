// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.run.BadSettings;
import baton.run.Settings;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

final class ServerDoorTest {
    @TempDir
    private Path folder;

    private OpenDoor hub;
    private volatile boolean broken;

    @BeforeEach
    void open() {
        hub = new OpenDoor(
                folder,
                deliveries -> body -> {
                    if (broken) {
                        return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
                    }
                    return deliveries.take(body);
                },
                Optional.empty());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void anUnknownAddressAndAWrongMethodAreTold() {
        HttpResponse<String> unknown = hub.send(hub.to("/api/nothing"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).startsWith("{\"error\":\"There is nothing at this address");
        HttpResponse<String> wrong = hub.send(hub.to("/api/commands").PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void everyAnswerIsGuardedAndTellsNoVersion() {
        var headers = hub.send(hub.to("/healthz")).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void readyMeansDatabaseAndJournalEvenWhenMetaIsAway() {
        HttpResponse<String> ready = hub.send(hub.to("/readyz"));
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"database\":\"answers\"", "\"journal\":\"writing\"", "\"graph\":\"red\"");
        hub.journal.close();
        HttpResponse<String> stopped = hub.send(hub.to("/readyz"));
        assertThat(stopped.statusCode()).isEqualTo(503);
        assertThat(stopped.body()).contains("\"journal\":\"stopped\"");
        assertThat(hub.send(hub.to("/healthz")).statusCode()).isEqualTo(200);
    }

    /** As when another holds the lock of the database: whoever asks is sent to another hub. */
    @Test
    void aHubWhoseWriterIsHeldUpIsNotReady() {
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Boolean> write = hub.journal.submit(_ -> Latches.awaited(held));
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> hub.send(hub.to("/readyz")).body().contains("\"journal\":\"held up\""));
            assertThat(hub.send(hub.to("/readyz")).statusCode()).isEqualTo(503);
        } finally {
            held.countDown();
        }
        write.join();
        assertThat(hub.send(hub.to("/readyz")).statusCode()).isEqualTo(200);
    }

    @Test
    void aDatabaseThatGoesAwayIsSaidInASentenceWithACodeForTheLog() {
        String token = hub.token("mina");
        hub.get("/api/me", token);
        hub.journal.close();
        hub.database.close();
        HttpResponse<String> answer = hub.get("/api/conversations", token);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .containsPattern("cannot reach its database; try again \\(support code [0-9a-f]{10}\\)");
        assertThat(hub.send(hub.to("/readyz")).body()).contains("\"database\":\"away\"");
        assertThat(hub.metric("baton_journal_seq")).isGreaterThan(0);
    }

    @Test
    void whatComesWhileTheJournalClosesIsToldToComeBack() {
        long conversation = hub.says("wamid.1", "hello");
        String token = hub.token("mina");
        hub.journal.close();
        HttpResponse<String> claim = hub.post(
                "/api/commands", token, "{\"id\":\"c1\",\"kind\":\"claim\",\"conversation\":" + conversation + "}");
        assertThat(claim.statusCode()).isEqualTo(503);
        assertThat(claim.body()).isEqualTo("{\"error\":\"The hub is stopping; try again.\"}");
        assertThat(hub.deliver(hub.message("wamid.2", "still there?")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void metricsSpeakPrometheus() {
        HttpResponse<String> answer = hub.send(hub.to("/metrics"));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(answer.body())
                .contains(
                        "# TYPE baton_webhook_deliveries_total counter",
                        "# TYPE baton_webhook_seconds histogram",
                        "baton_journal_waiting 0",
                        "baton_sign_ins_total{result=\"wrong\"} 0",
                        "jvm_heap_used_bytes");
    }

    @Test
    void whatIsNoRequestIsRefusedInTheSameForm() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.door.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GARBAGE\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("jetty");
        }
        HttpResponse<String> longHeader = hub.send(hub.to("/healthz").header("X-Long", "x".repeat(20_000)));
        assertThat(longHeader.statusCode()).isEqualTo(431);
        assertThat(longHeader.body()).doesNotContainIgnoringCase("jetty");
    }

    /** Its body is still on its way: what is sent next on this connection would be read as the rest of it. */
    @Test
    void whoIsRefusedBeforeTheBodyIsReadIsToldThatTheConnectionEnds() throws Exception {
        String head = "POST /api/signals HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + hub.token("ana")
                + "\r\nContent-Length: 18\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.door.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void oneSignInCannotAskWithoutEnd() {
        String token = hub.token("mina");
        for (int i = 0; i < 600; i++) {
            assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> tooOften = hub.get("/api/me", token);
        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void anAddressThatIsTakenIsSaidInASentence() {
        Settings.Listening taken = new Settings.Listening(
                hub.door.port(), "127.0.0.1", Optional.empty(), false, Duration.ofHours(1), 4 << 20, 10);
        assertThatThrownBy(() -> HubServer.start(taken, new DefaultHandler()))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("Nobody can listen on 127.0.0.1 port " + hub.door.port());
    }

    @Test
    void theDocumentNamesExactlyTheRoutesThereAre() {
        JsonNode paths = OpenDoor.json(hub.send(hub.to("/api/openapi.json"))).path("paths");
        TreeSet<String> documented = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(documented)
                .isEqualTo(hub.door.routes().all().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void secretsStandNeitherInAnswersNorInTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        StringBuilder seen = new StringBuilder();
        try {
            String token = hub.token("mina");
            broken = true;
            seen.append(hub.deliver(hub.message("wamid.1", "hello")).body());
            seen.append(hub.send(
                            hub.to("/webhooks/whatsapp?hub.mode=x&hub.challenge=1&hub.verify_token=" + OpenDoor.VERIFY))
                    .body());
            seen.append(hub.signIn("mina", OpenDoor.PASSWORD + "x").body());
            seen.append(hub.post("/api/commands", token, "{").body());
            hub.journal.close();
            seen.append(hub.post("/api/commands", token, "{\"id\":\"a\",\"kind\":\"claim\",\"conversation\":1}")
                    .body());
            seen.append(hub.send(hub.to("/readyz")).body())
                    .append(hub.send(hub.to("/metrics")).body());
            log.list.forEach(event -> seen.append(event.getFormattedMessage())
                    .append(Optional.ofNullable(event.getThrowableProxy())
                            .map(ch.qos.logback.classic.spi.ThrowableProxyUtil::asString)
                            .orElse("")));
            assertThat(log.list).isNotEmpty();
            assertThat(seen.toString())
                    .doesNotContain(OpenDoor.SECRET, OpenDoor.VERIFY, OpenDoor.ACCESS, OpenDoor.PASSWORD, token);
        } finally {
            root.detachAppender(log);
        }
    }
}
