// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.whatsapp.Signature;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookDoorTest {
    private static final String PATH = "/webhooks/whatsapp";

    @TempDir
    private Path folder;

    private OpenDoor hub;
    private volatile boolean storeIsGone;

    @BeforeEach
    void open() {
        hub = new OpenDoor(
                folder,
                deliveries -> body -> storeIsGone
                        ? CompletableFuture.failedFuture(new IllegalStateException("no disk"))
                        : deliveries.take(body),
                Optional.empty());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void theHandshakeGivesTheExactChallengeBack() {
        HttpResponse<String> answer = hub.send(
                hub.to(PATH + "?hub.mode=subscribe&hub.challenge=874413902&hub.verify_token=" + OpenDoor.VERIFY));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("874413902");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @Test
    void aWrongVerifyTokenIsRefused() {
        HttpResponse<String> answer =
                hub.send(hub.to(PATH + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":\"The verify token is wrong.\"}");
    }

    @Test
    void aSignedDeliveryIsInTheJournalWhenItIsAnswered() {
        long before = hub.journal.head();
        assertThat(hub.deliver(hub.message("wamid.1", "hello")).statusCode()).isEqualTo(200);
        assertThat(hub.journal.head()).isGreaterThan(before);
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"accepted\"}"))
                .isEqualTo(1);
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        String body = hub.message("wamid.1", "hello");
        hub.deliver(body);
        long head = hub.journal.head();
        assertThat(hub.deliver(body).statusCode()).isEqualTo(200);
        assertThat(hub.journal.head()).isEqualTo(head);
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"doubled\"}"))
                .isEqualTo(1);
    }

    @Test
    void aWrongOrMissingSignatureIsRefusedAndCounted() {
        String body = hub.message("wamid.1", "hello");
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofString(body);
        HttpResponse<String> missing = hub.send(hub.to(PATH).POST(publisher));
        HttpResponse<String> wrong = hub.send(hub.to(PATH)
                .header(
                        "X-Hub-Signature-256",
                        new Signature(new baton.run.Secret("another")).header(body.getBytes(StandardCharsets.UTF_8)))
                .POST(publisher));
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("signature is missing or wrong");
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"bad_signature\"}"))
                .isEqualTo(2);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        HttpResponse<String> answer = hub.deliver("no json at all");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no JSON object");
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"not_json\"}"))
                .isEqualTo(1);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItSaysSoOrNot() {
        String body = "x".repeat((4 << 20) + 1);
        assertThat(hub.send(hub.to(PATH).POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(413);
        HttpRequest.BodyPublisher unsaid = HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));
        assertThat(hub.send(hub.to(PATH).POST(unsaid)).statusCode()).isEqualTo(413);
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"too_large\"}"))
                .isEqualTo(2);
    }

    @Test
    void aDeliveryThatCannotBeKeptIsAskedForAgain() {
        storeIsGone = true;
        HttpResponse<String> answer = hub.deliver(hub.message("wamid.1", "hello"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("send it again").doesNotContain("no disk");
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"failed\"}"))
                .isEqualTo(1);
    }

    @Test
    void anUnknownPhoneNumberIdIsSetAsideAndAnswered() {
        String body = hub.message("wamid.1", "hello").replace(OpenDoor.NUMBER, "999");
        assertThat(hub.deliver(body).statusCode()).isEqualTo(200);
        assertThat(hub.metric("baton_webhook_deliveries_total{result=\"set_aside\"}"))
                .isEqualTo(1);
    }

    @Test
    void aSenderThatDribblesIsSentAway() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.door.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var dribble = Thread.startVirtualThread(() -> Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> !dribbles(socket)));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("too slowly");
            dribble.join(Duration.ofSeconds(8));
        }
    }

    private static boolean dribbles(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (java.io.IOException sentAway) {
            return false;
        }
    }
}
