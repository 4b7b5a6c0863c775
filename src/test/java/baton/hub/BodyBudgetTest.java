// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.run.Settings;
import baton.store.Database;
import baton.store.Inbox;
import baton.store.Sessions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real door with room for {@value #ROOM} bytes, and bodies of at most {@value #LARGEST}. */
final class BodyBudgetTest {
    private static final int LARGEST = 40_000;
    private static final int ROOM = 100_000;
    private static final Settings.Listening ANYWHERE =
            new Settings.Listening(0, "127.0.0.1", Optional.empty(), false, Duration.ofHours(1), LARGEST, 50);

    /** Nobody is cut for being slow, however slow the machine is. */
    private static final Patience LONG = new Patience(Duration.ofMinutes(5), 0, Duration.ofMinutes(5));

    private final AtomicLong nanos = new AtomicLong();
    private final BodyBudget budget = new BodyBudget(ROOM, nanos::get);
    private final CompletableFuture<Reply> later = new CompletableFuture<>();
    private final List<Socket> slow = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private Database database;
    private HubServer server;

    @BeforeEach
    void open() {
        database = Database.inMemory("budget");
        HandClock clock = new HandClock();
        Routes routes = new Routes(List.of(
                Route.later("POST", "/prompt", Access.ANYBODY, LARGEST, _ -> answer()),
                Route.later("POST", "/later", Access.ANYBODY, LARGEST, _ -> later),
                Route.later("POST", "/broken", Access.ANYBODY, LARGEST, _ -> {
                    throw new Problem(418, "Not this one.");
                })));
        Door.Rules rules = new Door.Rules(
                routes,
                new Badges(new Sessions(database), new Inbox(database), clock, Duration.ofHours(1)),
                new Allowance(10, Duration.ofSeconds(1), clock),
                LONG,
                budget,
                new Addresses(false));
        server = HubServer.start(ANYWHERE, new Door(rules, new Troubles(), threads));
    }

    @AfterEach
    void close() {
        later.complete(Reply.text("text/plain", ""));
        slow.forEach(BodyBudgetTest::hangUp);
        client.close();
        server.close();
        threads.close();
        database.close();
    }

    private static CompletableFuture<Reply> answer() {
        return CompletableFuture.completedFuture(Reply.text("text/plain", ""));
    }

    @Test
    void whoComesWhenSlowBodiesFillTheRoomIsAskedToComeAgainAndNothingOfItIsKept() {
        sendSlowly(3, 33_000);
        await().until(() -> budget.taken() == 99_000);
        HttpResponse<String> refused = post("/prompt", LARGEST);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refused.body()).contains("send it again");
        assertThat(budget.taken()).isEqualTo(99_000);
    }

    @Test
    void whoStopsInTheMiddleGivesWayToWhoComesAfterASecond() throws IOException {
        sendSlowly(3, 33_000);
        await().until(() -> budget.taken() == 99_000);
        nanos.addAndGet(BodyBudget.FIRM_NANOS);
        assertThat(post("/prompt", LARGEST).statusCode()).isEqualTo(200);
        await().until(() -> budget.taken() == 33_000);
        List<String> answers = new ArrayList<>();
        for (Socket socket : slow) {
            socket.getOutputStream().write(new byte[LARGEST - 33_000]);
            answers.add(firstLine(socket));
        }
        assertThat(answers).filteredOn(line -> line.contains(" 503 ")).hasSize(2);
        assertThat(answers).filteredOn(line -> line.contains(" 200 ")).hasSize(1);
        await().until(() -> budget.taken() == 0);
    }

    @Test
    void theSlowestItselfPutsNobodyOut() {
        BodyBudget.Share slowest = coming(60_000);
        BodyBudget.Share younger = coming(40_000);
        nanos.addAndGet(BodyBudget.FIRM_NANOS);
        assertThat(slowest.take(1)).isFalse();
        assertThat(younger.take(1)).isTrue();
        assertThat(budget.taken()).isEqualTo(40_001);
        assertThat(slowest.settle()).isFalse();
        assertThat(slowest.take(ROOM)).isFalse();
        assertThat(budget.taken()).isEqualTo(40_001);
    }

    @Test
    void aBodyThatIsWholeAndWaitsForItsAnswerKeepsItsRoom() {
        BodyBudget.Share whole = coming(60_000);
        assertThat(whole.settle()).isTrue();
        BodyBudget.Share slow = coming(40_000);
        nanos.addAndGet(BodyBudget.FIRM_NANOS);
        assertThat(coming(40_000).take(1)).isFalse();
        assertThat(slow.settle()).isFalse();
        assertThat(budget.taken()).isEqualTo(ROOM);
        whole.giveBack();
        assertThat(budget.taken()).isEqualTo(40_000);
    }

    private BodyBudget.Share coming(int bytes) {
        BodyBudget.Share share = budget.share();
        share.comes(share::giveBack);
        assertThat(share.take(bytes)).isTrue();
        return share;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    @Test
    void thereIsRoomAgainOnceTheSlowOnesAreGone() {
        sendSlowly(3, 33_000);
        await().until(() -> budget.taken() == 99_000);
        slow.forEach(BodyBudgetTest::hangUp);
        await().until(() -> budget.taken() == 0);
        assertThat(post("/prompt", LARGEST).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyCountsUntilItIsAnswered() {
        CompletableFuture<HttpResponse<String>> waits =
                client.sendAsync(request("/later", LARGEST), HttpResponse.BodyHandlers.ofString());
        await().until(() -> budget.taken() == LARGEST);
        later.complete(Reply.text("text/plain", ""));
        assertThat(waits.join().statusCode()).isEqualTo(200);
        assertThat(budget.taken()).isZero();
    }

    @Test
    void whatIsRefusedForAnotherReasonLeavesNothingBehind() {
        assertThat(post("/prompt", LARGEST + 1).statusCode()).isEqualTo(413);
        assertThat(post("/broken", LARGEST).statusCode()).isEqualTo(418);
        assertThat(budget.taken()).isZero();
    }

    /** What is thrown away takes no room: the others are still heard. */
    @Test
    void aBodyThatGrowsTooLargeGivesItsRoomToOthers() throws IOException {
        Socket endless = sendSlowly(ROOM);
        endless.getOutputStream().write(new byte[LARGEST + 1]);
        endless.getOutputStream().flush();
        await().until(() -> budget.taken() == 0);
        assertThat(post("/prompt", LARGEST).statusCode()).isEqualTo(200);
    }

    @Test
    void thereIsRoomForSeveralOfTheLargestHoweverSmallTheHeap() {
        BodyBudget.Share share = BodyBudget.ofHeap(500_000_000).share();
        assertThat(share.take(2_000_000_000)).isTrue();
        assertThat(share.take(2_000_000_000)).isFalse();
    }

    private HttpResponse<String> post(String path, int bytes) {
        return client.sendAsync(request(path, bytes), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private HttpRequest request(String path, int bytes) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
    }

    private void sendSlowly(int count, int bytes) {
        for (int i = 0; i < count; i++) {
            try {
                sendSlowly(LARGEST).getOutputStream().write(new byte[bytes]);
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }
    }

    /** Announces a body of so many bytes and sends none of them. */
    private Socket sendSlowly(int announced) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        slow.add(socket);
        socket.getOutputStream()
                .write(("POST /prompt HTTP/1.1\r\nHost: x\r\nContent-Length: " + announced + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // that was the wish
        }
    }
}
