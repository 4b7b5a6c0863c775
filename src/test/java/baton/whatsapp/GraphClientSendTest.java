// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Content;
import baton.domain.Identity;
import baton.domain.MessageId;
import baton.domain.Wamid;
import baton.run.Secret;
import baton.whatsapp.SendOutcome.Accepted;
import baton.whatsapp.SendOutcome.NotSendable;
import baton.whatsapp.SendOutcome.NotSent;
import baton.whatsapp.SendOutcome.Refused;
import baton.whatsapp.SendOutcome.Unknown;
import baton.whatsapp.Verdict.Retry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what every kind of answer and of breakdown means. */
final class GraphClientSendTest {
    private static final String ACCEPTED = """
        {"messaging_product": "whatsapp", "contacts": [{"input": "+447700900341", "wa_id": "447700900341"}],
         "messages": [{"id": "wamid.DEMOOUT0090", "message_status": "accepted"}]}\
        """;
    private static final Recipient MARIT = new Recipient(Identity.Kind.PHONE, "447700900341");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTextIsSentWithOurIdAndAccepted() throws InterruptedException {
        answer(200, ACCEPTED);
        assertThat(send(new Content.Text("Your parcel is here: https://track.example.org/5512")))
                .isEqualTo(new Accepted(new Wamid("wamid.DEMOOUT0090"), Optional.of("447700900341")));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).startsWith("POST /v25.0/771940260085512/messages HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer made-up-token");
        assertThat(body(request))
                .isEqualTo(
                        "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+447700900341\","
                            + "\"biz_opaque_callback_data\":\"outbox:1\",\"type\":\"text\",\"text\":{\"body\":\"Your"
                            + " parcel is here: https://track.example.org/5512\",\"preview_url\":true}}");
    }

    @Test
    void aReplyNamesTheMessageItAnswersAndAUserIdIsTheRecipient() throws InterruptedException {
        answer(200, "{\"messages\": [{\"id\": \"wamid.X\"}], \"contacts\": [{\"user_id\": \"GB.7f\"}]}");
        var recipient = new Recipient(Identity.Kind.BSUID, "GB.7f");
        var call = new OutgoingCall(
                Payloads.NUMBER,
                recipient,
                new Content.Text("Yes, it left today."),
                Optional.of(new Wamid("wamid.DEMOIN0001")),
                Optional.empty(),
                "outbox:1");
        assertThat(send(client(), call)).isEqualTo(new Accepted(new Wamid("wamid.X"), Optional.empty()));
        assertThat(body(server.takeRequest()))
                .contains("\"recipient\":\"GB.7f\"", "\"context\":{\"message_id\":\"wamid.DEMOIN0001\"}")
                .doesNotContain("\"to\"", "preview_url");
    }

    @Test
    void aReactionIsPutOnAMessageAndTakenAway() throws InterruptedException {
        answer(200, ACCEPTED);
        answer(200, ACCEPTED);
        react("🙏", Optional.of(new Wamid("wamid.DEMOIN0003")));
        react("", Optional.of(new Wamid("wamid.DEMOIN0003")));
        assertThat(body(server.takeRequest()))
                .contains("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.DEMOIN0003\",\"emoji\":\"🙏\"}");
        assertThat(body(server.takeRequest())).contains("\"emoji\":\"\"");
    }

    @Test
    void aGroupIsAddressedAsAGroup() throws InterruptedException {
        answer(200, ACCEPTED);
        send(client(), call(new Recipient(Identity.Kind.GROUP, "Y2Fw"), new Content.Text("Van leaves at nine.")));
        assertThat(body(server.takeRequest())).contains("\"recipient_type\":\"group\",\"to\":\"Y2Fw\"");
    }

    @Test
    void whatMayNotBeSentNeverReachesTheLine() {
        assertThat(send(new Content.Text(" \n"))).isEqualTo(new NotSendable("limit.text-empty"));
        assertThat(send(new Content.Location(1, 2, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(new NotSendable("limit.kind-not-sent"));
        assertThat(react("🙏", Optional.empty())).isEqualTo(new NotSendable("limit.reaction-without-message"));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 190, STOP_NUMBER",
        "403, 10, STOP_NUMBER",
        "403, 294, STOP_NUMBER",
        "403, 368, STOP_NUMBER",
        "400, 131042, STOP_NUMBER",
        "400, 4, MINUTES",
        "400, 130429, NUMBER_PAUSE",
        "400, 131056, PAIR_LIMIT",
        "400, 131048, LATER",
        "400, 131047, NEVER",
        "400, 131026, NEVER",
        "400, 100, NEVER",
        "404, 132001, NEVER",
        "400, 1, AUTO_AT_MOST_3",
        "500, 131000, AUTO_AT_MOST_3",
        "503, 2, AUTO",
        "500, 131016, AUTO",
        "400, 987654, NEVER"
    })
    void anErrorObjectIsARefusalThatSaysWhatToDo(int status, int code, Retry retry) {
        answer(
                status,
                error("\"code\": " + code + ", \"error_data\": {\"details\": \"Why.\"}, \"fbtrace_id\": \"AMadeUp\""));
        assertThat(send(new Content.Text("Hello"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.verdict().retry()).isEqualTo(retry);
            assertThat(refused.failure().code()).isEqualTo(code);
            assertThat(refused.failure().details()).contains("Why.");
            assertThat(refused.failure().traceId()).contains("AMadeUp");
        });
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void metasCodeZeroIsALostTokenNotALostLine() {
        answer(401, error("\"code\": 0"));
        assertThat(send(new Content.Text("Hello"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.failure().code()).isEqualTo(190);
            assertThat(refused.verdict().retry()).isEqualTo(Retry.STOP_NUMBER);
        });
    }

    /** Whatever no table can hold is a code nobody knows, not Meta's code 0. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2147483649", "4294967296", "0.5"})
    void aCodeThatIsNoneOfMetasIsAnUnknownFailureNotALostToken(String code) {
        answer(400, error("\"code\": " + code));
        assertThat(send(new Content.Text("Hello"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.verdict()).isEqualTo(new Verdict(Retry.NEVER, true, "error.unknown"));
            assertThat(ErrorCatalogue.key(refused.failure())).isEqualTo("error.unknown");
        });
        answer(500, error("\"code\": " + code));
        assertThat(send(new Content.Text("Hello"))).isInstanceOf(Unknown.class);
    }

    @Test
    void anUnknownErrorOfABrokenServerIsADoubt() {
        answer(500, error("\"code\": 987654"));
        assertThat(send(new Content.Text("Hello"))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | <html>Bad gateway</html>",
                "500 | ''",
                "503 | {}",
                "504 | {\"error\": \"text\"}",
                "408 | ''",
                "429 | slow down",
                "200 | this is no JSON",
                "200 | {\"messages\": []}",
                "200 | {\"messages\": [{\"id\": \"\"}]}",
                "200 | []",
                "206 | ''"
            })
    void anAnswerThatMakesNoSenseIsADoubt(int status, String body) {
        answer(status, body);
        assertThat(send(new Content.Text("Hello"))).isInstanceOf(Unknown.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 403, 404, 421})
    void aRefusalThatIsNotMetasDidNotSend(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", "/elsewhere")
                .body("<html></html>")
                .build());
        assertThat(send(new Content.Text("Hello"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.verdict()).isEqualTo(new Verdict(Retry.NEVER, true, "error.not-the-api"));
            assertThat(refused.failure().title()).contains(String.valueOf(status));
        });
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void aServerThatAsksForARepetitionGetsNone() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .setHeader("Retry-After", "0")
                    .build());
        }
        assertThat(send(new Content.Text("Hello"))).isInstanceOf(Unknown.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void silenceAfterTheRequestIsADoubt() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        assertThat(send(client(url(), Duration.ofMillis(700)), call(MARIT, new Content.Text("Hello"))))
                .isInstanceOf(Unknown.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void aConnectionCutAfterTheRequestIsADoubt() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        assertThat(send(new Content.Text("Hello"))).isInstanceOf(Unknown.class);
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void anAnswerCutInTheMiddleIsADoubt() {
        server.enqueue(new MockResponse.Builder()
                .code(200)
                .body(ACCEPTED)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(send(new Content.Text("Hello"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aRefusedConnectionSurelySentNothing() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(send(client(URI.create("http://127.0.0.1:" + port)), call(MARIT, new Content.Text("Hello"))))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void anUnknownHostSurelySentNothing() {
        assertThat(send(client(URI.create("http://graph.invalid")), call(MARIT, new Content.Text("Hello"))))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void failedEncryptionSurelySentNothing() {
        URI https = URI.create("https://127.0.0.1:" + server.getPort());
        assertThat(send(client(https), call(MARIT, new Content.Text("Hello")))).isInstanceOf(NotSent.class);
    }

    @Test
    void aConnectionThatDiedIdleSurelySentNothingAndTheNextTrySucceeds() throws IOException, InterruptedException {
        try (var door = new ServerSocket(0)) {
            GraphClient client = client(URI.create("http://127.0.0.1:" + door.getLocalPort()));
            Thread first = Thread.startVirtualThread(() -> answerOnce(door));
            assertThat(send(client, call(MARIT, new Content.Text("one")))).isInstanceOf(Accepted.class);
            first.join();
            assertThat(send(client, call(MARIT, new Content.Text("two")))).isInstanceOf(NotSent.class);
            Thread second = Thread.startVirtualThread(() -> answerOnce(door));
            assertThat(send(client, call(MARIT, new Content.Text("two")))).isInstanceOf(Accepted.class);
            second.join();
        }
    }

    /** Answers one request as if the connection were to live on, then closes it. */
    private static void answerOnce(ServerSocket door) {
        try (Socket socket = door.accept()) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int length = 0;
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
            }
            in.skip(length);
            byte[] body = ACCEPTED.getBytes(StandardCharsets.UTF_8);
            var head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that was stopped for a while: another hub may be sending by now. */
    @Test
    void whatMayNotGoOutAnyMoreIsHeldBackAtTheOpenLine() {
        answer(200, ACCEPTED);
        GraphClient client = client();
        OutgoingCall call = call(MARIT, new Content.Text("Hello"));
        assertThat(client.send(call, () -> false)).isInstanceOf(NotSent.class);
        assertThat(server.getRequestCount()).isZero();
        assertThat(send(client, call)).isInstanceOf(Accepted.class);
    }

    @Test
    void brokenCharactersAreReplacedAndSent() throws InterruptedException {
        answer(200, ACCEPTED);
        assertThat(send(new Content.Text("half \uD83D emoji"))).isInstanceOf(Accepted.class);
        assertThat(body(server.takeRequest())).contains("half \uFFFD emoji");
    }

    private static SendOutcome send(GraphClient client, OutgoingCall call) {
        return client.send(call, () -> true);
    }

    private SendOutcome send(Content content) {
        return send(client(), call(MARIT, content));
    }

    private SendOutcome react(String emoji, Optional<Wamid> target) {
        OutgoingCall call = new OutgoingCall(
                Payloads.NUMBER,
                MARIT,
                new Content.Reaction(new MessageId(3), emoji),
                Optional.empty(),
                target,
                "outbox:1");
        return send(client(), call);
    }

    private static OutgoingCall call(Recipient recipient, Content content) {
        return new OutgoingCall(Payloads.NUMBER, recipient, content, Optional.empty(), Optional.empty(), "outbox:1");
    }

    private GraphClient client() {
        return client(url());
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private static GraphClient client(URI url) {
        return client(url, Duration.ofSeconds(20));
    }

    private static GraphClient client(URI url, Duration patience) {
        var secret = new Secret("made-up-token");
        var timeouts = new GraphSettings.Timeouts(patience, patience, patience);
        return new GraphClient(
                new GraphSettings(url, GraphSettings.DEFAULT_VERSION, () -> secret, Optional.empty(), timeouts));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static String error(String properties) {
        return "{\"error\": {\"message\": \"(#1) No\", \"type\": \"OAuthException\", " + properties + "}}";
    }

    private static String body(RecordedRequest request) {
        return request.getBody().utf8();
    }

    @Test
    void theStrongestAddressIsTheOneLearnedLast() {
        assertThat(Recipient.of(List.of(Identity.phone("1111"), Payloads.BSUID, Identity.phone("2222"))))
                .contains(new Recipient(Identity.Kind.PHONE, "2222"));
        assertThat(Recipient.of(List.of(Payloads.BSUID)))
                .contains(new Recipient(Identity.Kind.BSUID, Payloads.BSUID.value()));
        assertThat(Recipient.of(List.of())).isEmpty();
    }
}
